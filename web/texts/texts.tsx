// The language of the page as React context: texts, formats, and the switch.

import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { type Catalogue, type Language, catalogues, german, storeLanguage, storedLanguage } from './language.ts'
import { type Format, makeFormat } from './format.ts'
import { type Text, makeText } from './text.ts'

type Texts = {
  readonly text: Text
  readonly format: Format
  readonly language: Language
  setLanguage: (to: Language) => void
}

const Context = createContext<Texts | undefined>(undefined)

type Loaded = { readonly language: Language; readonly catalogue: Catalogue }
const BASE: Loaded = { language: 'de', catalogue: german }

/** Loads the stored language before the first render, so that an English page never shows German first. */
export async function loadTexts(): Promise<Loaded> {
  const language = storedLanguage()
  // Without the network German stands in; the switch stays and asks again.
  return catalogues[language]().then(
    (catalogue) => ({ language, catalogue }),
    () => BASE,
  )
}

export function TextsProvider({ first = BASE, children }: { first?: Loaded; children: ReactNode }) {
  const [loaded, setLoaded] = useState(first)
  const setLanguage = useCallback((language: Language) => {
    void catalogues[language]().then((catalogue) => {
      storeLanguage(language)
      setLoaded({ language, catalogue })
    })
  }, [])
  useEffect(() => {
    document.documentElement.lang = loaded.language
  }, [loaded.language])
  const value = useMemo(
    () => ({
      text: makeText(loaded.catalogue, loaded.language),
      format: makeFormat(loaded.language),
      language: loaded.language,
      setLanguage,
    }),
    [loaded, setLanguage],
  )
  return <Context value={value}>{children}</Context>
}

export function useTexts(): Texts {
  const texts = useContext(Context)
  if (texts === undefined) throw new Error('useTexts outside of TextsProvider')
  return texts
}

export function useText(): Text {
  return useTexts().text
}

export function useFormat(): Format {
  return useTexts().format
}
