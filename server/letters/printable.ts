// Which characters of a text reach the paper. What carries no word is left out: control and format characters (which
// could also turn the direction of reading), and emoji. A letter or sign of a script that our font lacks is never
// replaced or left out: a name must stand as it is, or a person must look.

const WITHOUT_WORD = /[\p{Cf}\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0e\ufe0f]/gu
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu

/** In the composed form that fonts know, on one line. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(BREAKS, ' ').replace(WITHOUT_WORD, '')
}

export class UnprintableError extends Error {
  /** The first run of characters that cannot be set. */
  readonly text: string

  constructor(text: string) {
    super(`no font has the characters of ${JSON.stringify(text)}`)
    this.name = 'UnprintableError'
    this.text = text
  }
}

/** The compiler says it in words only. */
export function unprintableIn(error: unknown): UnprintableError | undefined {
  const told = error instanceof Error ? /the text `\\?"(.+?)\\?"` could not be displayed/u.exec(error.message) : null
  return told?.[1] === undefined ? undefined : new UnprintableError(told[1])
}
