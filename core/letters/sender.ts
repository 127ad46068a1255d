// Who writes: the creditor with address, ways to be reached and account, and what of it stands on every page.

import type { Address } from '../parties/index.ts'
import type { Letterhead, Logo } from './letter.ts'
import { type Language, textsOf } from './texts.ts'

export type Sender = {
  /** As customers know it, and as it is registered. */
  readonly name: string
  readonly legalName?: string
  readonly address: Address
  readonly phone?: string
  readonly email?: string
  readonly website?: string
  readonly vatId?: string
  /** Register, supervising chamber, manager: what else the law wants at the foot of a letter. */
  readonly imprint?: readonly string[]
  readonly account?: Account
  readonly logo?: Logo
  /** "#0d5560": the one colour of lines and marks. Text is never set in it. */
  readonly accent?: string
}

export type Account = {
  readonly holder: string
  readonly iban: string
  readonly bic?: string
  readonly bank?: string
}

export function letterheadOf(sender: Sender, language: Language): Letterhead {
  const { name, address, logo, accent } = sender
  const town = `${address.postCode} ${address.city}`
  return {
    name,
    returnAddress: [name, address.street, town].join(' · '),
    foot: footOf(sender, language),
    ...(logo === undefined ? {} : { logo }),
    ...(accent === undefined ? {} : { accent }),
  }
}

function footOf(sender: Sender, language: Language): string[][] {
  const text = textsOf(language)
  const { address, account } = sender
  const who = [sender.legalName ?? sender.name, address.extra, address.street, `${address.postCode} ${address.city}`]
  const reach = [
    sender.phone === undefined ? undefined : text('footPhone', { phone: sender.phone }),
    sender.email,
    sender.website,
    sender.vatId === undefined ? undefined : text('footVatId', { vatId: sender.vatId }),
  ]
  const bank = account === undefined ? [] : [account.holder, account.bank, ibanInGroups(account.iban), bic(account)]
  return [who, reach, bank, sender.imprint ?? []].map(present).filter((column) => column.length > 0)
}

function bic({ bic: code }: Account): string | undefined {
  return code === undefined ? undefined : `BIC ${code}`
}

function present(lines: readonly (string | undefined)[]): string[] {
  return lines.filter((line): line is string => line !== undefined && line.trim() !== '')
}

/** In groups of four as on paper, held together by no-break blanks. */
export function ibanInGroups(iban: string): string {
  return iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0')
}
