// A cost sheet for tests: a consumer in Augsburg who has paid a part. Figures agree; `number` makes another one of it.

import { day } from '../../calendar/index.ts'
import { EUR, minor } from '../../money/index.ts'
import type { Sender } from '../sender.ts'
import type { StatementLetter } from '../statement/index.ts'

export { type ReminderOf, aReminder } from './reminder.ts'

export const PRACTICE: Sender = {
  name: 'Physiotherapie am Stadtpark',
  legalName: 'Physiotherapie am Stadtpark, Inhaberin Anna Berger',
  address: { street: 'Stadtparkweg 7', postCode: '86150', city: 'Augsburg', country: 'DE' },
  phone: '+49 30 23125 100',
  email: 'praxis@praxis.example',
  account: { holder: 'Anna Berger', iban: 'DE89370400440532013000', bank: 'Musterbank' },
}

export function aStatement(parts: Partial<StatementLetter> = {}, number = 1): StatementLetter {
  const principal = minor(45_000 + number)
  const interest = minor(1883)
  const open = minor(principal - 8400)
  const invoice = `RE-2026-${String(number).padStart(4, '0')}`
  return {
    language: 'de',
    day: day('2026-11-22'),
    asOf: day('2026-11-22'),
    currency: EUR,
    creditor: PRACTICE,
    debtor: {
      name: { kind: 'consumer', first: 'Jörg', last: `Müßig-Weber ${number}` },
      address: { street: `Lindenallee ${number}`, postCode: '86152', city: 'Augsburg', country: 'DE' },
      number: String(10_000 + number),
    },
    file: `F-${number}`,
    invoices: [{ number: invoice, day: day('2026-03-01'), due: day('2026-03-31'), amount: principal }],
    rows: [
      { text: 'Hauptforderung', amount: principal, depth: 0 },
      { text: 'Rechnungsbetrag', amount: principal, depth: 1 },
      { text: 'Verzugszinsen', source: '§\u00a0288 Abs.\u00a01 BGB', amount: interest, depth: 0 },
      { text: 'Zinsen vom 01.04.2026 bis 30.06.2026', basis: '91 Tage zu 6,27\u00a0%', amount: minor(703), depth: 1 },
      { text: 'Zinsen vom 01.07.2026 bis 22.11.2026', basis: '145 Tage zu 6,62\u00a0%', amount: minor(1180), depth: 1 },
      { text: 'Mahnkosten', amount: minor(500), depth: 0 },
      { text: 'Mahnkosten vom 20.04.2026', source: '§\u00a0280 Abs.\u00a01 BGB', amount: minor(500), depth: 1 },
    ],
    reasons: [{ text: 'Die Zahlung war am 31.03.2026 fällig.', source: '§\u00a0286 Abs.\u00a02 Nr.\u00a01 BGB' }],
    payments: [
      {
        day: day('2026-10-05'),
        text: 'Überweisung',
        amount: minor(10_000),
        parts: [
          { text: 'Mahnkosten', amount: minor(500) },
          { text: 'Zinsen', amount: minor(1100) },
          { text: 'Hauptforderung', amount: minor(8400) },
        ],
      },
    ],
    allocation: 'Zahlungen wurden zuerst auf Kosten, dann auf Zinsen verrechnet (§\u00a0367 Abs.\u00a01 BGB).',
    components: [
      { text: 'Hauptforderung', claimed: principal, paid: minor(8400), open },
      { text: 'Verzugszinsen', claimed: interest, paid: minor(1100), open: minor(783) },
      { text: 'Mahnkosten', claimed: minor(500), paid: minor(500), open: minor(0) },
    ],
    total: minor(open + 783),
    payBy: { day: day('2026-12-06'), amount: minor(open + 783 + 93) },
    perDay: minor(7),
    reference: invoice,
    notes: ['Diese Aufstellung ersetzt die vom 01.10.2026.'],
    ...parts,
  }
}
