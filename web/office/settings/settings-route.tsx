import { getRouteApi } from '@tanstack/react-router'
import { type ComponentType, Suspense, lazy } from 'react'
import { LoadingState, Sheet } from '../../ui/index.ts'
import { SETTINGS, type SettingsSection } from '../paths.ts'
import { oneOf } from '../search-params.ts'

const route = getRouteApi('/office/einstellungen/$section')

const SECTIONS: Readonly<Record<SettingsSection, ComponentType>> = {
  praxisdaten: lazy(() => import('./practice-section.tsx')),
  recht: lazy(() => import('./law-section.tsx')),
  benutzer: lazy(() => import('./users-section.tsx')),
  sicherheit: lazy(() => import('./security-section.tsx')),
  'api-schluessel': lazy(() => import('./keys-section.tsx')),
  'e-mail': lazy(() => import('./mail-section.tsx')),
  mahnwesen: lazy(() => import('./dunning-section.tsx')),
  vorlagen: lazy(() => import('../letters/templates-section.tsx')),
  briefkopf: lazy(() => import('../letters/letterhead-section.tsx')),
  inkasso: lazy(() => import('./connections-section.tsx')),
  anmeldungen: lazy(() => import('./sign-ins-section.tsx')),
}

export default function SettingsRoute() {
  const { section } = route.useParams()
  const Section = SECTIONS[oneOf(SETTINGS, section, 'praxisdaten')]
  return (
    <Suspense
      fallback={
        <Sheet>
          <LoadingState />
        </Sheet>
      }
    >
      <Section />
    </Suspense>
  )
}
