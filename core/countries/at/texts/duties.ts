import type { Catalogues } from '../../../explanations/index.ts'

/** What letters must say. */
export const DUTY_TEXTS: Catalogues = {
  de: {
    'at.duty.data_protection': 'Woher die Daten stammen, wer sie wozu verarbeitet und welche Rechte der Empfänger hat',
    'at.duty.costs_itemised': 'Die verlangten Betreibungskosten, einzeln und getrennt ausgewiesen',
  },
  en: {
    'at.duty.data_protection': 'Where the data come from, who processes them for what, and which rights the reader has',
    'at.duty.costs_itemised': 'The collection costs that are demanded, item by item and apart',
  },
}
