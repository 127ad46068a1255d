// What the palette offers without searching: pages and acts that this person may do.

import { IconArrowRight, IconPlus, IconUpload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Text, TextKey } from '../../texts/index.ts'
import type { Command } from '../../ui/index.ts'
import { paths } from '../paths.ts'

type Offer = {
  readonly key: TextKey
  readonly href: string
  readonly right?: string
  readonly words: TextKey
  readonly icon?: ReactNode
}

const PAGES: readonly Offer[] = [
  { key: 'nav.overview', href: paths.overview, words: 'command.overviewWords' },
  { key: 'invoices.view.ueberfaellig', href: paths.invoices('ueberfaellig'), words: 'command.overdueWords' },
  { key: 'invoices.view.offen', href: paths.invoices('offen'), words: 'command.openWords' },
  { key: 'invoices.view.inkasso', href: paths.invoices('inkasso'), words: 'command.collectionWords' },
  { key: 'nav.notices', href: paths.notices(), words: 'command.noticesWords' },
  { key: 'command.preview', href: paths.dunningPreview(), words: 'command.previewWords' },
  { key: 'nav.cases', href: paths.cases, words: 'command.casesWords' },
  { key: 'nav.payments', href: paths.payments, words: 'command.paymentsWords' },
  { key: 'nav.cashBook', href: paths.cashBook, right: 'cashbook.read', words: 'command.cashBookWords' },
  { key: 'nav.mails', href: paths.mails(), right: 'documents.read', words: 'command.mailsWords' },
  {
    key: 'settings.e-mail',
    href: paths.settings('e-mail'),
    right: 'settings.read',
    words: 'command.mailSettingsWords',
  },
  {
    key: 'settings.praxisdaten',
    href: paths.settings('praxisdaten'),
    right: 'settings.read',
    words: 'command.settingsWords',
  },
  { key: 'settings.sicherheit', href: paths.settings('sicherheit'), words: 'command.securityWords' },
  { key: 'nav.help', href: paths.help(), words: 'command.helpWords' },
]

const ACTS: readonly Offer[] = [
  {
    key: 'invoices.new',
    href: paths.invoiceNew,
    right: 'invoices.write',
    words: 'command.newWords',
    icon: <IconPlus aria-hidden />,
  },
  {
    key: 'import.title',
    href: paths.invoiceImport,
    right: 'invoices.import',
    words: 'command.importWords',
    icon: <IconUpload aria-hidden />,
  },
]

const GO = <IconArrowRight aria-hidden />

export function officeCommands(text: Text, go: (href: string) => void, rights: readonly string[]): readonly Command[] {
  const commands = (offers: readonly Offer[], group: string): readonly Command[] =>
    offers
      .filter((offer) => offer.right === undefined || rights.includes(offer.right))
      .map(({ key, href, words, icon = GO }) => ({
        id: href,
        label: text(key),
        group,
        icon,
        words: text(words),
        run: () => go(href),
      }))
  return [...commands(ACTS, text('command.acts')), ...commands(PAGES, text('command.pages'))]
}
