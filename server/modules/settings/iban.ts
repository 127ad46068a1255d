// Is it an IBAN (ISO 13616): letters and digits, the length of its country where we know it, and check digits mod 97.

const LENGTHS: Readonly<Record<string, number>> = {
  DE: 22,
  AT: 20,
  NL: 18,
  CH: 21,
  LI: 21,
  LU: 20,
  BE: 16,
  FR: 27,
  IT: 27,
  ES: 24,
  PL: 28,
  CZ: 24,
  DK: 18,
}

/** Without blanks and in capitals, as it is stored. */
export function plainIban(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

export function isIban(plain: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false
  const length = LENGTHS[plain.slice(0, 2)]
  return (length === undefined || plain.length === length) && remainderOf97(plain.slice(4) + plain.slice(0, 4)) === 1
}

/** Letters count as two digits (A = 10); taken digit by digit, so that no number grows beyond the safe integers. */
function remainderOf97(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)))
  return Array.from(digits, Number).reduce((remainder, digit) => (remainder * 10 + digit) % 97, 0)
}
