import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Navigation, NavigationProvider } from '../../ui/index.ts'

/** Gives the links of ui their router. */
export function RootFrame() {
  const router = useRouter()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const navigation = useMemo<Navigation>(
    () => ({
      path,
      go: (href) => router.history.push(href),
      // A page that cannot be fetched ahead is fetched, and told of, when it is visited.
      preload: (href) => void router.preloadRoute({ href, to: href }).catch(() => undefined),
    }),
    [path, router],
  )
  return (
    <NavigationProvider value={navigation}>
      <Outlet />
    </NavigationProvider>
  )
}
