// `mahnwerk bench law`: statements of account per second on one core, each of a claim with ten part payments over eight years,
// beside the same totals by bare arithmetic; then the claims as a stream, with the memory that it takes.

import { type ClaimQuestion, claimStatement } from '@mahnwerk/core/calculations'
import { type Country, countryOf } from '@mahnwerk/core/countries'
import type { BenchRun } from '../benches/index.ts'
import { median, round, table } from '../figures/index.ts'
import { type BareClaim, type BareRates, bareClaim, bareRates, bareTotal } from './bare.ts'
import { PAYMENTS, STRUCK_ON, YEARS, claim } from './claims.ts'

const ROUNDS = 7
/** Statements struck in each round, ours and bare in turn. */
const SET = 50_000
const DIFFERENT = 5_000

export const run: BenchRun = async (rows, say) => {
  const country = countryOf('DE')
  if (country === undefined) throw new Error('the bench needs the law of DE')
  const claims = Array.from({ length: DIFFERENT }, (_, index) => claim(index))
  const prepared = claims.map((question) => prepare(country, question))
  checkEqual(country, claims, prepared)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ours: perSecond(SET, (index) => total(country, claims[index % DIFFERENT])),
    bare: perSecond(SET, (index) => bareOf(prepared[index % DIFFERENT])),
  }))
  const ours = rounds.map((each) => each.ours)
  const bare = rounds.map((each) => each.bare)
  const streamed = stream(country, rows)
  const figures = {
    rows,
    statementsPerSecond: round(median(ours)),
    statementsPerSecondLeast: round(Math.min(...ours)),
    barePerSecond: round(median(bare)),
    ratioToLimit: round(median(rounds.map((each) => each.ours / each.bare))),
    ...streamed,
  }
  for (const line of report(figures)) say(line)
  return figures
}

type Prepared = { readonly claim: BareClaim; readonly rates: BareRates }

function prepare(country: Country, question: ClaimQuestion): Prepared {
  const late = country.lateFrom(question.facts, country.settings)
  const rule = country.interest(question.facts, country.settings)
  if (!late.late || !rule.ok) throw new Error('a claim of the bench is not late')
  return { claim: bareClaim(question, late.interestFrom), rates: bareRates(rule.value) }
}

function checkEqual(country: Country, claims: readonly ClaimQuestion[], prepared: readonly Prepared[]): void {
  claims.forEach((question, index) => {
    const [ours, bare] = [total(country, question), bareOf(prepared[index])]
    if (ours !== bare) throw new Error(`claim ${index}: ${ours} differs from ${bare}`)
  })
}

function total(country: Country, question: ClaimQuestion | undefined): number {
  if (question === undefined) throw new Error('no claim')
  const answer = claimStatement(country, question)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value.statement.total
}

function bareOf(prepared: Prepared | undefined): number {
  if (prepared === undefined) throw new Error('no claim')
  return bareTotal(prepared.claim, prepared.rates)
}

function perSecond(count: number, work: (index: number) => number): number {
  const start = performance.now()
  let sum = 0
  for (let index = 0; index < count; index++) sum += work(index)
  if (sum < 0) throw new Error('a sum below nothing') // keeps the work from being optimised away
  return (count / (performance.now() - start)) * 1000
}

/** Claims made, struck and forgotten one after another: time, and the greatest heap after a tenth and at the end. */
function stream(country: Country, rows: number): Record<string, number> {
  const start = performance.now()
  let [early, late] = [0, 0]
  for (let index = 0; index < rows; index++) {
    total(country, claim(index))
    if (index % 10_000 !== 0) continue
    const used = process.memoryUsage().rss / 2 ** 20
    if (index < rows / 10) early = Math.max(early, used)
    else late = Math.max(late, used)
  }
  const seconds = (performance.now() - start) / 1000
  return {
    streamSeconds: round(seconds),
    streamPerSecond: round(rows / seconds),
    memoryFirstTenthMiB: round(early),
    memoryRestMiB: round(Math.max(early, late)),
  }
}

function report(figures: Record<string, number>): string[] {
  const of = (name: string): number => figures[name] ?? Number.NaN
  return [
    `Forderungsaufstellungen mit ${PAYMENTS} Teilzahlungen über ${YEARS} Jahre, Stand ${STRUCK_ON}, ein Kern`,
    ...table([
      ['Aufstellungen je Sekunde (Median)', of('statementsPerSecond')],
      ['bloße Rechnung je Sekunde (Median)', of('barePerSecond')],
      ['Verhältnis', of('ratioToLimit')],
      [`${of('rows').toLocaleString('de')} Forderungen als Strom, Sekunden`, of('streamSeconds')],
      ['Speicher im ersten Zehntel, MiB', of('memoryFirstTenthMiB')],
      ['Speicher danach höchstens, MiB', of('memoryRestMiB')],
    ]),
  ]
}
