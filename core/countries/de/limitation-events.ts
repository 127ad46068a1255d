// What happened to a claim, as German law sees it: what suspends the period (§§ 203, 204 BGB, § 167 ZPO) and what lets it begin again
// (§ 212 BGB). A reminder does neither. Left out: deferral by agreement (§ 205), which is dealt with as negotiation or acknowledgement.

import { type LocalDate, addMonths } from '../../calendar/index.ts'
import { type Line, line, onDay } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'
import type { LimitationEvent } from '../../limitation/index.ts'
import type { Restart, Suspension } from './limitation-period.ts'
import { bgb, cited } from './sources.ts'

type Procedure = Extract<LimitationEvent, { readonly filedOn: LocalDate }>

/** A procedure's suspension outlasts its last act by so many months (§ 204 Abs. 2 BGB). */
const AFTER_PROCEDURE_MONTHS = 6
/** § 203 sentence 2 BGB. */
const AFTER_NEGOTIATION_MONTHS = 3

export function suspensionsOf(events: readonly LimitationEvent[]): readonly Suspension[] {
  return events.map(suspensionOf).filter((each) => each !== undefined)
}

function suspensionOf(event: LimitationEvent): Suspension | undefined {
  switch (event.kind) {
    case 'negotiation':
      return {
        from: event.from,
        ...(event.until === undefined ? {} : { until: event.until }),
        graceMonths: AFTER_NEGOTIATION_MONTHS,
        key: 'de.limitation.negotiation',
        source: bgb('§ 203'),
      }
    case 'order_for_payment':
      return procedureOf(event, 'order_for_payment', bgb('§ 204 Abs. 1 Nr. 3, Abs. 2'))
    case 'suit':
      return procedureOf(event, 'suit', bgb('§ 204 Abs. 1 Nr. 1, Abs. 2'))
    case 'insolvency_filing':
      return procedureOf(event, 'insolvency', bgb('§ 204 Abs. 1 Nr. 10, Abs. 2'))
    case 'acknowledgement':
    case 'part_payment':
    case 'written_reminder':
    case 'title':
    case 'enforcement':
      return undefined
  }
}

function procedureOf(event: Procedure, name: string, source: Source): Suspension | undefined {
  const from = effectiveFrom(event)
  if (from === undefined) return undefined
  const until = event.lastActOn === undefined ? {} : { until: addMonths(event.lastActOn, AFTER_PROCEDURE_MONTHS) }
  return { from, ...until, graceMonths: 0, key: `de.limitation.${name}`, source }
}

// Filing counts where service follows soon (§ 167 ZPO), else service; a filing in insolvency needs none.
function effectiveFrom({ kind, filedOn, servedOn, servedSoon }: Procedure): LocalDate | undefined {
  return kind === 'insolvency_filing' || servedSoon ? filedOn : servedOn
}

export function restartsOf(events: readonly LimitationEvent[]): readonly Restart[] {
  return events.map(restartOf).filter((each) => each !== undefined)
}

function restartOf(event: LimitationEvent): Restart | undefined {
  switch (event.kind) {
    case 'acknowledgement':
    case 'part_payment':
      return { on: event.on, key: `de.limitation.${event.kind}`, source: bgb('§ 212 Abs. 1 Nr. 1') }
    case 'enforcement':
      return { on: event.on, key: 'de.limitation.enforcement', source: bgb('§ 212 Abs. 1 Nr. 2') }
    case 'negotiation':
    case 'order_for_payment':
    case 'suit':
    case 'insolvency_filing':
    case 'written_reminder':
    case 'title':
      return undefined
  }
}

/** What was done in the belief that it helps, and does not. */
export function withoutEffect(events: readonly LimitationEvent[]): readonly Line[] {
  return events.flatMap((event) => {
    if (event.kind === 'written_reminder') {
      return [
        line('de.limitation.reminder', { quantities: { day: onDay(event.on) }, sources: [bgb('§§ 203, 204, 212')] }),
      ]
    }
    const filed = event.kind === 'order_for_payment' || event.kind === 'suit'
    if (!filed || effectiveFrom(event) !== undefined) return []
    const sources = [cited('§ 167 ZPO'), bgb('§ 204 Abs. 1')]
    return [line('de.limitation.not_served', { quantities: { day: onDay(event.filedOn) }, sources })]
  })
}
