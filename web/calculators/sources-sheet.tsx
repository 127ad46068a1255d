// So rechnen wir: every series of figures that the country's law rests on, each with its days and sources.

import type { Country } from '@mahnwerk/core/countries'
import { catalogueOf } from '@mahnwerk/core/calculations'
import type { Series } from '@mahnwerk/core/facts'
import { useTexts } from '../texts/index.ts'
import { useLawText } from '../texts/law/law-text.ts'
import { Day, ScrollBox, Sheet } from '../ui/index.ts'
import styles from './calculators.module.css'

export function SourcesSheet({ country }: { country: Country }) {
  const text = useLawText()
  const { format } = useTexts()
  return (
    <Sheet title={text('facts.title')} lead={text('facts.lead', { day: format.day(country.knownUntil) })}>
      <div data-print-closed>
        {country.series.map((series) => (
          <SeriesTable key={series.name} series={series} country={country} />
        ))}
      </div>
    </Sheet>
  )
}

function SeriesTable({ series, country }: { series: Series<unknown>; country: Country }) {
  const text = useLawText()
  const { language } = useTexts()
  const wording = catalogueOf(country, language)[series.name]
  const name = typeof wording === 'string' ? wording : (wording?.text ?? series.name)
  return (
    <details className={styles.series}>
      <summary>
        {name} <span className="small muted">{text.count('facts.count', series.facts.length)}</span>
      </summary>
      <ScrollBox className={styles.scroll} label={name}>
        <table className={styles.table}>
          <caption className="hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{text('facts.from')}</th>
              <th scope="col">{text('facts.source')}</th>
              <th scope="col">{text('facts.sure')}</th>
            </tr>
          </thead>
          <tbody>
            {series.facts.map((fact) => (
              <tr key={fact.from}>
                <td>
                  <Day of={fact.from} />
                </td>
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
