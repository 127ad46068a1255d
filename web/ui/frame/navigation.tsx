// Links that know no router: an area hands in how to go somewhere, everything in ui writes plain addresses.
// A link stays a real link: middle click, new tab and copy work, only the plain click is taken over.

import { type AnchorHTMLAttributes, type MouseEvent, createContext, useContext } from 'react'

export type Navigation = {
  readonly path: string
  go: (href: string) => void
  /** Fetches the code of a page ahead of the click. */
  preload: (href: string) => void
}

const Context = createContext<Navigation>({ path: '/', go: (href) => location.assign(href), preload: () => {} })

export const NavigationProvider = Context.Provider

export function useNavigation(): Navigation {
  return useContext(Context)
}

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }

export function Link({ href, onClick, children, ...rest }: Props) {
  const { go, preload } = useNavigation()
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (event.defaultPrevented || !isPlain(event) || rest.target !== undefined || rest.download !== undefined) return
    event.preventDefault()
    go(href)
  }
  const ahead = (): void => preload(href)
  return (
    <a href={href} onClick={follow} onPointerEnter={ahead} onFocus={ahead} {...rest}>
      {children}
    </a>
  )
}

function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}
