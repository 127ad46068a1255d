import type { Country } from '@mahnwerk/core/countries'
import { useTexts } from '../texts/index.ts'
import { useLawText } from '../texts/law/law-text.ts'
import { Link, Note, PageHead, Sheet, Stack } from '../ui/index.ts'
import styles from './calculators.module.css'
import { CALCULATORS, placeOf } from './places.ts'

/** Which country, which question. */
export function StartPage({ countries }: { countries: readonly Country[] }) {
  const text = useLawText()
  const { language } = useTexts()
  return (
    <>
      <PageHead title={text('start.title')} lead={text('start.lead')} />
      <Stack>
        <div className={styles.cards}>
          {countries.map((country) => (
            <Sheet key={country.code} title={country.names[language]}>
              <div className={styles.card}>
                <ul>
                  {CALCULATORS.map((id) => (
                    <li key={id}>
                      <Link href={placeOf(country, id)}>{text(`calculator.${id}`)}</Link>
                    </li>
                  ))}
                </ul>
              </div>
            </Sheet>
          ))}
        </div>
        <Note>{text('advice.none')}</Note>
      </Stack>
    </>
  )
}
