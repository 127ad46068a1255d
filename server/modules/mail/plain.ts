/** As PostgreSQL keeps it: no NUL, and no half of a sign where it was cut off. */
export function plain(text: string, signs = 200_000): string {
  return text.replaceAll('\u0000', '').slice(0, signs).toWellFormed()
}
