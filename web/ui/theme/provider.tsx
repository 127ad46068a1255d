// Everything a page of ours needs around it: Mantine with our theme, texts, tips, toasts, the voice for screen readers.

import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { TextsProvider } from '../../texts/index.ts'
import { Announcer } from '../feedback/announcer.tsx'
import { Tips } from '../feedback/tips.tsx'
import { Toasts } from '../feedback/toast.tsx'
import './fonts.css'
import './mantine.css'
import './tokens.css'
import './base.css'
import { cssVariables, theme } from './theme.ts'

const scheme = localStorageColorSchemeManager({ key: 'mahnwerk.scheme' })

type Props = { readonly texts?: ComponentProps<typeof TextsProvider>['first']; readonly children: ReactNode }

export function UiProvider({ texts, children }: Props) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
    >
      <TextsProvider {...(texts === undefined ? {} : { first: texts })}>
        {children}
        <Toasts />
        <Tips />
        <Announcer />
      </TextsProvider>
    </MantineProvider>
  )
}
