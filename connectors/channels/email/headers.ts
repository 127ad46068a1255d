import type { Email } from 'postal-mime'

/** Message-IDs in a header, without their brackets. */
export function idsIn(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/<([^<>\s]+@[^<>\s]+)>/g)].map(([, id = '']) => id)
}

export function headerOf(email: Pick<Email, 'headers'>, name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value
}
