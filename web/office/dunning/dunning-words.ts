// Levels, reasons and deliveries in words, each said in one place.

import { assertNever } from '@mahnwerk/core/refusals'
import type { Format } from '../../texts/index.ts'
import type { DunningText } from '../../texts/dunning/dunning-text.ts'
import type { Tone } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import type { LetterItemView, NoticeState, OtherView } from './dunning-view.ts'

/** "Zahlungserinnerung", "2. Mahnung", "letzte Mahnung": the same words as the status of an invoice. `last`: by the policy that
 * holds; false where only the number is meant. */
export function levelWords(level: number, text: DunningText, last: boolean): string {
  if (level === 0) return text('level.0')
  return last && level > 1 ? text('level.last') : text('level.n', { level })
}

/** At the beginning of a sentence or a button. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

const STATE_TONES: Readonly<Record<NoticeState, Tone>> = {
  written: 'neutral',
  sent: 'good',
  printed: 'good',
  failed: 'stop',
  bounced: 'stop',
}

export function stateWords(state: NoticeState, text: DunningText): { readonly label: string; readonly tone: Tone } {
  return { label: text(`state.${state}`), tone: STATE_TONES[state] }
}

/** Why a letter asks for this invoice now. */
export function becauseWords(item: LetterItemView, text: DunningText, format: Format): string {
  return text.count('because', item.daysOverdue, { day: format.day(item.ripeOn) })
}

export type Repair = { readonly label: string; readonly href: string }

/** Where the reason can be looked at or mended; undefined where only time or nobody can. */
export function repairOf(
  { why, invoiceId, debtorId }: Pick<OtherView, 'why' | 'invoiceId'> & { readonly debtorId?: string | undefined },
  text: DunningText,
): Repair | undefined {
  const invoice = paths.invoice(invoiceId)
  switch (why.kind) {
    case 'in_collection':
      return { label: text('repair.invoice'), href: invoice }
    case 'hold':
    case 'promised':
    case 'clarification':
      return { label: text('repair.mark'), href: invoice }
    case 'debtor_hold':
    case 'level_stop':
      return debtorId === undefined
        ? { label: text('repair.mark'), href: invoice }
        : { label: text('repair.debtor'), href: paths.debtor(debtorId) }
    case 'disputed':
      return { label: text('repair.dispute'), href: invoice }
    case 'last_level':
      return { label: text('repair.handover'), href: paths.handover(invoiceId) }
    case 'no_way_to_send':
      return { label: text('repair.contact'), href: invoice }
    case 'too_little':
    case 'other_currency':
      return { label: text('repair.policy'), href: paths.settings('mahnwesen') }
    case 'moved':
    case 'stopped':
      return { label: text('run.toPreview'), href: paths.dunningPreview('nicht') }
    case 'interest_unknown':
      return { label: text('repair.law'), href: paths.settings('recht') }
    case 'not_yet':
    case 'nothing_open':
    case 'ended':
      return undefined
    default:
      return assertNever(why.kind)
  }
}
