// Around every public page: the name, the countries, language and look. No account, no navigation of the office.

import { useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import type { Country } from '@mahnwerk/core/countries'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/index.ts'
import { useLawText } from '../texts/law/law-text.ts'
import { Button, IconAction, Link, Wordmark } from '../ui/index.ts'
import styles from './calculators.module.css'
import { type Calculator, START, placeOf } from './places.ts'

type Props = {
  readonly countries: readonly Country[]
  readonly current: { readonly country: Country; readonly calculator: Calculator } | undefined
  readonly children: ReactNode
}

export function Frame({ countries, current, children }: Props) {
  const law = useLawText()
  const { text, language } = useTexts()
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#main">
        {text('ui.skip')}
      </a>
      <header className={styles.top}>
        <div className={styles.bar}>
          <Link className={styles.home} href={START} aria-label={law('start.home')}>
            <Wordmark />
          </Link>
          <nav className={styles.countries} aria-label={law('start.countries')}>
            <ul>
              {countries.map((country) => (
                <li key={country.code}>
                  <Link
                    href={placeOf(country, current?.calculator)}
                    aria-current={country === current?.country ? 'page' : undefined}
                  >
                    {country.names[language]}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <Tools />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.foot}>
        <div>
          <span>{law('advice.none')}</span>
          <span>{law('advice.private')}</span>
        </div>
      </footer>
    </div>
  )
}

function Tools() {
  const law = useLawText()
  const { language, setLanguage } = useTexts()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  const other = language === 'de' ? 'en' : 'de'
  return (
    <div className={styles.tools}>
      <Button small kind="quiet" icon={<IconLanguage aria-hidden />} onClick={() => setLanguage(other)}>
        {law('start.otherLanguage')}
      </Button>
      <IconAction
        bare
        name={law(dark ? 'start.light' : 'start.dark')}
        icon={dark ? <IconSun /> : <IconMoon />}
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      />
    </div>
  )
}
