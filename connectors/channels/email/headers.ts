import type { Email } from 'postal-mime'

/** Message-IDs in a header, without their brackets; one that is longer than a line of mail may be is none. */
export function idsIn(header: string | undefined): string[] {
  const bracketed = [...(header ?? '').matchAll(/<([^<>\s\p{Cc}]{3,998})>/gu)].map(([, id = '']) => id)
  return bracketed.filter((id) => /.@./.test(id))
}

export function headerOf(email: Pick<Email, 'headers'>, name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value
}
