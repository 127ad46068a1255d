// A history with everything in it, then one difference at a time, written past all rules as only the database's owner can;
// each is found and named, and without one there is nothing to name.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, createDatabase, inTenant } from '../db/database.ts'
import { handedOver, overdueInvoice, post, receivePayment } from '../stories/acts.ts'
import { type Stage, openStage } from '../stories/stage.ts'
import type { FindingCode } from './check.ts'
import { sentenceOfFinding } from './sentence.ts'
import { differencesSeen, verifyTenant } from './verify.ts'

let stage: Stage
let owner: Database

beforeAll(async () => {
  stage = await openStage()
  await handedOver(stage, 'R-1', { word: 'teilzahlung' })
  await handedOver(stage, 'R-2', { word: 'ruecklastschrift' })
  await handedOver(stage, 'R-3', { word: 'bestreitet' })
  const { invoiceId } = await handedOver(stage, 'R-4')
  await stage.pass({ days: 30 })
  const { body } = await receivePayment(stage, invoiceId, 1500, 'key')
  await receivePayment(stage, invoiceId, 1000)
  await post(stage.call, `/api/v1/payments/${String(body['id'])}/reverse`, { reason: 'Fehlbuchung' })
  await receivePayment(stage, await overdueInvoice(stage, 'R-5'), 500)
  await stage.pass({ days: 1 })
  await handedOver(stage, 'R-6')
  await remindedWithInterest(await overdueInvoice(stage, 'R-7'))
  owner = createDatabase({ url: stage.ownerUrl, max: 1, name: 'test owner' })
  // The owner is under the tenant rule too, until it says otherwise.
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class WHERE relforcerowsecurity AND relnamespace = 'public'::regnamespace`.execute(
    owner,
  )
  for (const { name } of rows) await sql`ALTER TABLE ${sql.table(name)} NO FORCE ROW LEVEL SECURITY`.execute(owner)
})

afterAll(async () => {
  await owner.destroy()
  await stage.close()
})

async function remindedWithInterest(invoiceId: string): Promise<void> {
  const step = { level: 4, afterDays: 1, channel: 'letter', fee: 0, periodDays: 10, interest: true }
  const policy = { name: 'Mit Zinsen', currency: 'EUR', steps: [step], grouping: 'per_invoice', leastOpen: 0 }
  const standard = { ...policy, audience: 'all', standard: true }
  expect(await post(stage.call, '/api/v1/dunning/policies', standard)).toMatchObject({ status: 201 })
  const notice = await post(stage.call, `/api/v1/invoices/${invoiceId}/notice`, { early: true })
  expect(notice).toMatchObject({ status: 201, body: { number: 'M-2026-0001', level: 4 } })
  expect(notice.body['interest']).toBeGreaterThan(0)
}

/** What is found after the statements; they are undone. */
async function afterwards(statements: string): Promise<{ readonly code: FindingCode; readonly sentence: string }[]> {
  let found: { readonly code: FindingCode; readonly sentence: string }[] = []
  const undo = new Error('undo')
  await inTenant(owner, stage.tenantId, async (trx) => {
    for (const one of statements.split(';')) await sql.raw(one).execute(trx)
    found = (await differencesSeen(trx, stage.tenantId)).map((finding) => ({
      code: finding.code,
      sentence: sentenceOfFinding(finding),
    }))
    throw undo
  }).catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return found
}

const R1 = `(SELECT id FROM invoices WHERE number = 'R-1')`
const CASE = (number: string): string =>
  `(SELECT c.id FROM cases c JOIN invoices i ON i.id = c.invoice_id WHERE i.number = '${number}')`
const one = (table: string, where: string): string =>
  `id = (SELECT id FROM ${table} WHERE ${where} ORDER BY id LIMIT 1)`

describe('mahnwerk verify', () => {
  it('finds nothing where all is well', async () => {
    expect(await verifyTenant(stage.ground, stage.tenantId)).toEqual([])
    expect(stage.errors).toEqual([])
  })

  it.each<[string, string, FindingCode, RegExp]>([
    [
      'an event taken out of a history',
      `DELETE FROM events WHERE stream = 'case' AND stream_id = ${CASE('R-3')} AND version = 2`,
      'history_gap',
      /Historie case .* hat eine Lücke/,
    ],
    [
      'a changed event',
      `UPDATE events SET data = replace(data, '"R-1"', '"R-9"') WHERE stream = 'invoice' AND stream_id = ${R1} AND version = 1`,
      'history_changed',
      /ab Ereignis 1 stimmt die Prüfsumme nicht/,
    ],
    [
      'a moved moment',
      `UPDATE events SET occurred_at = occurred_at - interval '1 day' WHERE stream = 'case' AND stream_id = ${CASE('R-1')} AND version = 3`,
      'history_changed',
      /ab Ereignis 3/,
    ],
    [
      'another actor',
      `UPDATE events SET actor = '{"id":"x","kind":"user","name":"X"}' WHERE stream = 'case' AND stream_id = ${CASE('R-1')} AND version = 1`,
      'history_changed',
      /ab Ereignis 1/,
    ],
    [
      'a history cut off at its end',
      `DELETE FROM events WHERE stream = 'invoice' AND stream_id = (SELECT id FROM invoices WHERE number = 'R-6') AND version = 2`,
      'history_length',
      /endet bei 1, der Stand nennt 2/,
    ],
    [
      'a version that was set back',
      `UPDATE cases SET version = version - 1 WHERE id = ${CASE('R-1')}`,
      'history_length',
      /Historie case/,
    ],
    [
      'a transfer beside a foreign event',
      `UPDATE transfers SET event_id = (SELECT id FROM events WHERE stream = 'debtor' LIMIT 1) WHERE ${one('transfers', `credit = 'revenue'`)}`,
      'transfer_of_other_event',
      /kein Ereignis ihrer Rechnung/,
    ],
    [
      'a transfer on a foreign account',
      `UPDATE transfers SET debit = 'debtor:principal:' || (SELECT id FROM invoices WHERE number = 'R-5') WHERE invoice_id = ${R1} AND credit = 'revenue'`,
      'transfer_of_other_invoice',
      /fremdes Konto/,
    ],
    [
      'a transfer in another currency',
      `UPDATE transfers SET currency = 'USD' WHERE invoice_id = ${R1} AND credit = 'revenue'`,
      'transfer_of_other_invoice',
      /fremde Währung/,
    ],
    [
      'a missing transfer',
      `DELETE FROM transfers WHERE ${one('transfers', `debit LIKE 'held_by_partner:%'`)}`,
      'account_balance',
      /Konto held_by_partner:.* steht auf/,
    ],
    [
      'a changed open amount',
      `UPDATE invoices SET principal_open = principal_open + 1 WHERE number = 'R-5'`,
      'invoice_amount',
      /Rechnung R-5: Hauptforderung steht auf 95,01\s€; nach den Buchungen sind es 95,00\s€/,
    ],
    [
      'a changed surplus',
      `UPDATE invoices SET overpaid = 100 WHERE number = 'R-5'`,
      'invoice_amount',
      /Rechnung R-5: Überzahlung/,
    ],
    [
      'a changed invoice amount',
      `UPDATE invoices SET amount = amount + 1 WHERE number = 'R-1'`,
      'invoice_amount',
      /Rechnung R-1: Rechnungsbetrag/,
    ],
    [
      'a paid invoice with something open',
      `UPDATE invoices SET state = 'paid' WHERE number = 'R-5'`,
      'invoice_state',
      /Der Stand „paid“ passt nicht zu 95,00\s€ offen/,
    ],
    [
      'an open invoice that is at a partner',
      `UPDATE invoices SET state = 'open' WHERE number = 'R-4'`,
      'invoice_state',
      /Rechnung R-4: Der Stand „open“ .* 1 laufenden/,
    ],
    [
      'an invoice in collection without a case',
      `UPDATE invoices SET state = 'collection' WHERE number = 'R-5'`,
      'invoice_state',
      /0 laufenden Fällen/,
    ],
    [
      'a level that lists do not know of',
      `UPDATE invoices SET dunning_level = dunning_level + 1 WHERE number = 'R-5'`,
      'invoice_place',
      /Rechnung R-5: Ihr Platz in den Listen/,
    ],
    [
      'a place in lists that is gone',
      `DELETE FROM invoice_places WHERE invoice_id = (SELECT id FROM invoices WHERE number = 'R-5')`,
      'invoice_place',
      /Rechnung R-5: Ihr Platz in den Listen/,
    ],
    [
      'a payment spread otherwise than booked',
      `UPDATE payments SET to_principal = to_principal - 1, to_costs = to_costs + 1 WHERE ${one('payments', `received_by = 'creditor' AND reversed_at IS NULL`)}`,
      'payment_parts',
      /oder anders aufgeteilt/,
    ],
    [
      'a payment without a transfer',
      `DELETE FROM transfers WHERE payment_id = (SELECT p.id FROM payments p JOIN invoices i ON i.id = p.invoice_id WHERE i.number = 'R-5')`,
      'payment_parts',
      /5,00\s€ verzeichnet, nichts gebucht/,
    ],
    [
      'a payment that was never in the history',
      `UPDATE payments SET partner_payment_id = 'other' WHERE ${one('payments', `received_by = 'partner'`)}`,
      'payment_history',
      /Zahlung other: steht 0-mal in der Historie/,
    ],
    [
      'a payment that is gone',
      `DELETE FROM payments WHERE ${one('payments', `received_by = 'partner'`)}`,
      'payment_history',
      /steht 1-mal in der Historie/,
    ],
    [
      'a reversal that was not booked',
      `UPDATE payments SET reversed_at = now() WHERE ${one('payments', `received_by = 'creditor' AND reversed_at IS NULL`)}`,
      'payment_reversal',
      /Rücknahme und Buchungen/,
    ],
    [
      'a reversal that was forgotten',
      `UPDATE payments SET reversed_at = NULL WHERE ${one('payments', 'reversed_at IS NOT NULL')}`,
      'payment_reversal',
      /Rücknahme und Buchungen/,
    ],
    [
      'a reversal booked in part',
      `UPDATE transfers SET amount = amount - 1 WHERE ${one('transfers', `event_id IN (SELECT id FROM events WHERE type = 'payment.reversed')`)}`,
      'payment_reversal',
      /Rücknahme und Buchungen/,
    ],
    [
      'a letter that asks for other interest than its items',
      `UPDATE notices SET interest = interest + 100`,
      'notice_amount',
      /Schreiben M-2026-0001: Verzugszinsen steht auf 1,0\d\s€; die Posten ergeben 0,0\d\s€/,
    ],
    [
      'a letter about another sum than its items',
      `UPDATE notices SET open = open + 1`,
      'notice_amount',
      /Schreiben M-2026-0001: Offen steht auf 100,01\s€/,
    ],
    [
      'an item with other interest than the history tells',
      `UPDATE notice_items SET interest = interest + 1; UPDATE notices SET interest = interest + 1`,
      'notice_history',
      /Schreiben M-2026-0001: In der Historie der Rechnung R-7/,
    ],
    [
      'a letter with a fee that nobody was charged',
      `UPDATE notices SET fee = 120`,
      'notice_history',
      /Schreiben M-2026-0001/,
    ],
    [
      'a case that got more than was paid',
      `UPDATE cases SET paid = paid + 1 WHERE id = ${CASE('R-1')}`,
      'case_amount',
      /gezahlt steht auf/,
    ],
    [
      'costs of a case that nobody billed',
      `UPDATE cases SET costs = costs + 100 WHERE id = ${CASE('R-4')}`,
      'case_amount',
      /Inkassokosten steht auf/,
    ],
    [
      'a case about another amount than was sent',
      `UPDATE cases SET principal = principal + 1 WHERE id = ${CASE('R-4')}`,
      'case_amount',
      /Hauptforderung steht auf/,
    ],
    [
      'flags that contradict each other',
      `UPDATE cases SET active = false WHERE id = ${CASE('R-4')}`,
      'case_flags',
      /widersprechen einander/,
    ],
    [
      'a question that nobody counts',
      `UPDATE cases SET questions_open = 0 WHERE id = ${CASE('R-3')}`,
      'case_flags',
      /widersprechen einander/,
    ],
    [
      'a gap in the case numbers',
      `UPDATE cases SET number = 'F-2026-0099' WHERE number = 'F-2026-0002'`,
      'case_numbers',
      /Fallnummern 2026: 5 Fälle, höchste Nummer 99, Zähler 5/,
    ],
    ['a counter that runs ahead', `UPDATE counters SET last = last + 1`, 'case_numbers', /Zähler 6/],
    [
      'a handover that never went out',
      `DELETE FROM outbox WHERE kind = 'claim.submit' AND lane = ${CASE('R-1')}`,
      'handover_messages',
      /0 Übergaben im Ausgang/,
    ],
    [
      'a handover twice in the outbox',
      `INSERT INTO outbox (tenant_id, id, connection_id, lane, kind, payload, next_attempt_at, created_at) SELECT tenant_id, gen_random_uuid(), connection_id, lane, kind, payload, now(), now() FROM outbox WHERE kind = 'claim.submit' AND lane = ${CASE('R-1')}`,
      'handover_messages',
      /2 Übergaben im Ausgang/,
    ],
    [
      'another package than was kept',
      `UPDATE outbox SET payload = jsonb_set(payload, '{package,claim,principal}', '1') WHERE kind = 'claim.submit' AND lane = ${CASE('R-1')}`,
      'handover_package',
      /nicht das aufbewahrte/,
    ],
    [
      'a report that was not delivered',
      `UPDATE payments SET report = 'reported', acknowledged_at = NULL WHERE received_by = 'creditor' AND case_id IS NOT NULL; UPDATE outbox SET state = 'pending' WHERE kind = 'payment.report'`,
      'payment_report',
      /Die Meldung „reported“ passt nicht/,
    ],
    [
      'a report that nobody sends',
      `UPDATE payments SET report = 'pending' WHERE case_id IS NOT NULL AND received_by = 'creditor'`,
      'payment_report',
      /Die Meldung „pending“ passt nicht zum Ausgang \(1 Nachrichten, delivered\)/,
    ],
    [
      'a report twice in the outbox',
      `INSERT INTO outbox (tenant_id, id, connection_id, lane, kind, payload, state, next_attempt_at, created_at) SELECT tenant_id, gen_random_uuid(), connection_id, lane, kind, payload, state, now(), now() FROM outbox WHERE kind = 'payment.report' LIMIT 1`,
      'payment_report',
      /\(2 Nachrichten/,
    ],
    [
      'a message that overtook another',
      `UPDATE outbox SET state = 'pending' WHERE kind = 'claim.submit' AND lane = ${CASE('R-4')}`,
      'lane_overtaken',
      /\(claim\.submit\) wurde von einer späteren überholt/,
    ],
    [
      'a write without its answer',
      `UPDATE idempotency_keys SET status = NULL WHERE key = 'key'`,
      'answer_missing',
      /Idempotency-Key key/,
    ],
    [
      'news that was lost',
      `DELETE FROM inbox WHERE case_id = ${CASE('R-1')} AND sequence = 2`,
      'news_gap',
      /Nachrichten angewendet/,
    ],
    [
      'news applied without a trace',
      `UPDATE inbox SET body = jsonb_set(body, '{body,type}', '"cost.added"') WHERE case_id = ${CASE('R-1')} AND sequence = 2`,
      'news_history',
      /Nachricht 2 und die Historie/,
    ],
    [
      'news that was forgotten',
      `UPDATE inbox SET state = 'waiting' WHERE case_id = ${CASE('R-1')} AND sequence = 2`,
      'news_left',
      /Nachricht 2 ist an der Reihe/,
    ],
    [
      'a changed file',
      `UPDATE blobs SET content = content || '\\x20' WHERE sha256 = (SELECT package_sha256 FROM cases WHERE id = ${CASE('R-1')})`,
      'blob_changed',
      /wurde verändert/,
    ],
    [
      'a document of nothing',
      `UPDATE documents SET case_id = gen_random_uuid() WHERE case_id = ${CASE('R-1')}`,
      'document_lost',
      /gehört zu etwas, das es nicht gibt/,
    ],
  ])('names %s', async (_what, statements, code, sentence) => {
    const found = await afterwards(statements)
    expect(found.map((finding) => finding.code)).toContain(code)
    expect(
      found
        .filter((finding) => finding.code === code)
        .map((finding) => finding.sentence)
        .join('\n'),
    ).toMatch(sentence)
  })
})
