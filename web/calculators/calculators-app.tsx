// The public calculators: whose law, which question, the answer, and where it comes from.

import { instant } from '@mahnwerk/core/calendar'
import { COUNTRIES, type Country } from '@mahnwerk/core/countries'
import { type ComponentType, Suspense, lazy, useEffect, useMemo, useRef } from 'react'
import { localDay, useTexts } from '../texts/index.ts'
import { useLawText } from '../texts/law/law-text.ts'
import {
  Button,
  EmptyState,
  LoadingState,
  type Navigation,
  NavigationProvider,
  PageHead,
  Sheet,
  Tabs,
} from '../ui/index.ts'
import styles from './calculators.module.css'
import { FormProvider } from './form/form-context.tsx'
import { hashOf } from './form/given.ts'
import { type Address, useAddress } from './form/use-address.ts'
import { Frame } from './frame.tsx'
import { CALCULATORS, type Calculator, START, placeAt, placeOf } from './places.ts'
import { SourcesSheet } from './sources-sheet.tsx'
import { StartPage } from './start-page.tsx'

const PAGES: Readonly<Record<Calculator, ComponentType>> = {
  zinsen: lazy(() => import('./pages/claim-page.tsx')),
  inkassokosten: lazy(() => import('./pages/costs-page.tsx')),
  gericht: lazy(() => import('./pages/court-page.tsx')),
  verjaehrung: lazy(() => import('./pages/limitation-page.tsx')),
  raten: lazy(() => import('./pages/plan-page.tsx')),
}

export function CalculatorsApp() {
  const address = useAddress()
  const navigation = useMemo<Navigation>(
    () => ({
      path: address.path,
      go: (href) => (href.startsWith(START) ? address.go(href) : location.assign(href)),
      preload: () => {},
    }),
    [address],
  )
  const place = placeAt(address.path)
  useFocusOnNewPage(address.path)
  return (
    <NavigationProvider value={navigation}>
      <Frame countries={COUNTRIES} current={place.kind === 'calculator' ? place : undefined}>
        {place.kind === 'calculator' ? (
          <CalculatorPlace key={place.country.code} {...place} address={address} />
        ) : place.kind === 'start' ? (
          <StartPage countries={COUNTRIES} />
        ) : (
          <Nowhere />
        )}
      </Frame>
    </NavigationProvider>
  )
}

type PlaceProps = { readonly country: Country; readonly calculator: Calculator; readonly address: Address }

function CalculatorPlace({ country, calculator, address }: PlaceProps) {
  const text = useLawText()
  const { language } = useTexts()
  const Page = PAGES[calculator]
  const name = country.names[language]
  const hash = hashOf(address.given)
  return (
    <>
      <PageHead
        crumbs={[{ label: text('start.title'), href: START }, { label: name }]}
        title={text(`calculator.${calculator}.title`, { country: name })}
        lead={text(`calculator.${calculator}.lead`)}
      />
      <Tabs
        label={text('calculators.label')}
        current={calculator}
        tabs={CALCULATORS.map((id) => ({ id, label: text(`calculator.${id}`), href: placeOf(country, id) + hash }))}
      />
      <FormProvider
        country={country}
        today={today()}
        given={address.given}
        generation={address.generation}
        change={address.change}
        replace={address.replace}
      >
        <Suspense fallback={<Waiting />}>
          <Page />
        </Suspense>
      </FormProvider>
      <div className={styles.below}>
        <SourcesSheet country={country} />
      </div>
    </>
  )
}

function Waiting() {
  return (
    <Sheet>
      <LoadingState />
    </Sheet>
  )
}

function Nowhere() {
  const text = useLawText()
  return (
    <>
      <PageHead title={text('nowhere.title')} />
      <Sheet>
        <EmptyState
          title={text('nowhere.sentence')}
          actions={
            <Button kind="primary" href={START}>
              {text('nowhere.start')}
            </Button>
          }
        />
      </Sheet>
    </>
  )
}

/** After a change of page the title has the focus, so that a screen reader says where one is. */
function useFocusOnNewPage(path: string): void {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true })
  }, [path])
}

function today() {
  return localDay(instant(new Date().toISOString()))
}
