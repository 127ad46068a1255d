import type { Catalogues } from '../../../explanations/index.ts'

/** What letters must say. */
export const DUTY_TEXTS: Catalogues = {
  de: {
    'at.duty.data_protection':
      'Woher die Daten stammen, wer sie wozu verarbeitet und welche Rechte der Empfänger hat, steht im Schreiben.',
    'at.duty.costs_itemised': 'Verlangte Betreibungskosten sind einzeln und getrennt ausgewiesen.',
  },
  en: {
    'at.duty.data_protection':
      'The letter says where the data come from, who processes them for what, and which rights its reader has.',
    'at.duty.costs_itemised': 'Collection costs that are demanded are shown item by item and apart.',
  },
}
