// Why a claim cannot be handed over now, as the tip of the button that waits.

import type { MissingFact, NotYet, Readiness } from '@mahnwerk/core/claims'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Format, Text, TextKey } from '../../texts/index.ts'

const WHY: Readonly<Record<NotYet, TextKey>> = {
  nothing_open: 'notYet.nothingOpen',
  cancelled: 'notYet.cancelled',
  not_overdue: 'notYet.notOverdue',
  disputed: 'notYet.disputed',
  clarification: 'notYet.clarification',
  promised: 'notYet.promised',
  hold: 'notYet.hold',
  debtor_hold: 'notYet.debtorHold',
  no_connection: 'notYet.noConnection',
  connection_not_active: 'notYet.connectionNotActive',
  below_minimum: 'notYet.belowMinimum',
  country_not_covered: 'notYet.countryNotCovered',
  currency_not_covered: 'notYet.currencyNotCovered',
}

const FACTS: Readonly<Record<MissingFact, TextKey>> = {
  debtor_name: 'fact.name',
  street: 'fact.street',
  post_code: 'fact.postCode',
  city: 'fact.city',
  country: 'fact.country',
}

/** Undefined where nothing stands against it. Missing facts do not: the overview page asks for them. */
export function obstacleWords(readiness: Readiness, text: Text, format: Format): string | undefined {
  switch (readiness.kind) {
    case 'ready':
    case 'missing':
      return undefined
    case 'already':
      return text('notYet.already', { partner: readiness.partner })
    case 'not_yet':
      return text(WHY[readiness.why], { day: readiness.until === undefined ? '' : format.day(readiness.until) })
    default:
      return assertNever(readiness)
  }
}

/** What a person should know before handing over, or undefined. */
export function cautionWords(readiness: Readiness, text: Text): string | undefined {
  if (readiness.kind === 'missing')
    return text('caution.missing', { what: readiness.what.map((fact) => text(FACTS[fact])).join(', ') })
  if (readiness.kind !== 'ready') return undefined
  if (readiness.warnings.includes('no_notice')) return text('caution.noNotice')
  return readiness.warnings.includes('notices_missing') ? text('caution.noticesMissing') : undefined
}
