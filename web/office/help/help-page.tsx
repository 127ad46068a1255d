// Hilfe: how it works, in numbered steps and answers. The texts are a catalogue of their own, fetched with this page.

import { useEffect, useState } from 'react'
import { type Language, useText, useTexts } from '../../texts/index.ts'
import { LoadingState, PageHead, Sheet, Stack } from '../../ui/index.ts'
import styles from './help.module.css'
import type en from '../../texts/help/en.json'
import de from '../../texts/help/de.json' with { type: 'json' }

type HelpKey = keyof typeof de
type HelpTexts = Readonly<Record<HelpKey, string>>

type OnlyEnglish = Exclude<keyof typeof en, HelpKey>
const nothingOnlyEnglish: [OnlyEnglish] extends [never] ? true : OnlyEnglish = true
void nothingOnlyEnglish

const CATALOGUES: Readonly<Record<Language, () => Promise<HelpTexts>>> = {
  de: () => Promise.resolve(de),
  en: async () => (await import('../../texts/help/en.json')).default,
}

const HOW_TO = ['anbindung', 'uebergabe', 'ablauf', 'zahlungen', 'rechnen', 'kassenbuch'] as const
const QUESTIONS = ['kosten', 'mahnlauf'] as const

export default function HelpPage() {
  const text = useText()
  const help = useHelp()
  useEffect(() => {
    if (help !== undefined) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [help])
  return (
    <>
      <PageHead title={text('help.title')} lead={text('help.lead')} />
      {help === undefined ? (
        <Sheet>
          <LoadingState lines={10} />
        </Sheet>
      ) : (
        <Chapters help={help} />
      )}
    </>
  )
}

function Chapters({ help }: { help: HelpTexts }) {
  const text = useText()
  return (
    <div className={styles.split}>
      <nav className={styles.contents} aria-label={text('help.contents')}>
        <h2>{text('help.contents')}</h2>
        <ul>
          {[...HOW_TO, ...QUESTIONS].map((anchor) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{help[`${anchor}.title`]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Stack>
        {HOW_TO.map((anchor) => (
          <Sheet
            key={anchor}
            title={
              <span id={anchor} className={styles.anchor}>
                {help[`${anchor}.title`]}
              </span>
            }
          >
            <ol className={styles.steps}>
              {keysOf(`${anchor}.`)
                .filter((key) => /\.\d$/.test(key))
                .map((key) => (
                  <li key={key}>{help[key]}</li>
                ))}
            </ol>
            {anchor === 'rechnen' ? <CalculatorsLink /> : null}
          </Sheet>
        ))}
        {QUESTIONS.map((anchor) => (
          <Sheet
            key={anchor}
            title={
              <span id={anchor} className={styles.anchor}>
                {help[`${anchor}.title`]}
              </span>
            }
          >
            {keysOf(`${anchor}.q`).map((key) => (
              <details key={key} className={styles.question}>
                <summary>{help[key]}</summary>
                <p>{help[key.replace('.q', '.a') as HelpKey] /* each question has its answer; a test holds it */}</p>
              </details>
            ))}
          </Sheet>
        ))}
      </Stack>
    </div>
  )
}

// Not a page of the office: the link leaves it, in a tab of its own.
function CalculatorsLink() {
  const text = useText()
  return (
    <p className={styles.more}>
      <a href="/rechner" target="_blank" rel="noreferrer">
        {text('help.calculators')}
      </a>
    </p>
  )
}

function keysOf(prefix: string): readonly HelpKey[] {
  return (Object.keys(de) as HelpKey[]).filter((key) => key.startsWith(prefix)) // the keys of the catalogue itself
}

function useHelp(): HelpTexts | undefined {
  const { language } = useTexts()
  const [help, setHelp] = useState<HelpTexts>()
  useEffect(() => {
    void CATALOGUES[language]().then(setHelp, () => setHelp(de))
  }, [language])
  return help
}
