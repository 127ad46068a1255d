// So rechnen wir: the principles in three sentences, and every series of figures that the country's law rests on.

import { catalogueOf } from '@mahnwerk/core/calculations'
import type { Country } from '@mahnwerk/core/countries'
import type { Fact, Series } from '@mahnwerk/core/facts'
import { type Millionths, minor, money, percentText } from '@mahnwerk/core/money'
import { type Format, useTexts } from '../texts/index.ts'
import { useLawText } from '../texts/law/law-text.ts'
import { Day, ScrollBox, Sheet } from '../ui/index.ts'
import styles from './calculators.module.css'

export function SourcesSheet({ country }: { country: Country }) {
  const text = useLawText()
  const { format } = useTexts()
  return (
    <Sheet title={text('facts.title')}>
      <div className={styles.principles}>
        <p>{text('facts.principle.interest')}</p>
        <p>{text('facts.principle.rounding')}</p>
        <p>{text('facts.lead', { day: format.day(country.knownUntil) })}</p>
      </div>
      <details className={styles.all}>
        <summary>{text.count('facts.all', country.series.length)}</summary>
        {country.series.map((series) => (
          <SeriesTable key={series.name} series={series} country={country} />
        ))}
      </details>
    </Sheet>
  )
}

function SeriesTable({ series, country }: { series: Series<unknown>; country: Country }) {
  const text = useLawText()
  const { language, format } = useTexts()
  const wording = catalogueOf(country, language)[series.name]
  const name = typeof wording === 'string' ? wording : (wording?.text ?? series.name)
  const values = series.facts.map((fact) => written(series, fact, country, format))
  const shown = values.some((value) => value !== undefined)
  return (
    <details className={styles.series}>
      <summary>
        {plain(name)} <span className="small muted">{text.count('facts.count', series.facts.length)}</span>
      </summary>
      <ScrollBox className={styles.scroll} label={name}>
        <table className={styles.table}>
          <caption className="hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{text('facts.from')}</th>
              {shown ? (
                <th scope="col" className="num">
                  {text('facts.value')}
                </th>
              ) : null}
              <th scope="col">{text('facts.source')}</th>
              <th scope="col">{text('facts.sure')}</th>
            </tr>
          </thead>
          <tbody>
            {series.facts.map((fact, at) => (
              <tr key={fact.from}>
                <td>
                  <Day of={fact.from} />
                </td>
                {shown ? <td className="num">{values[at] ?? '–'}</td> : null}
                <td>{fact.citation}</td>
                <td className="muted">{text(`confidence.${fact.confidence}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  )
}

/** Plain numbers whose unit the series names; tables of fees are shown by their source. */
function written(
  { unit }: Series<unknown>,
  { value }: Fact<unknown>,
  country: Country,
  format: Format,
): string | undefined {
  if (typeof value !== 'number' || unit === undefined) return undefined
  if (unit === 'money') return format.money(money(minor(value), country.currency))
  const percent = percentText(value as Millionths) // the series says that its numbers are these
  return `${format.language === 'de' ? percent.replace('.', ',') : percent}\u00a0%`.replace('-', '−')
}

// A series may be called by a sentence that has a sum in it elsewhere.
function plain(name: string): string {
  return name.replace(/\s*(auf|on)?\s*\{\w+\}/g, '')
}
