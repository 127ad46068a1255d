// ISO 7064 MOD 97-10, as IBAN (ISO 13616) and creditor reference (ISO 11649) use it: the first four characters
// move to the end, letters count from 10, and the whole number leaves a rest of 1.

export function hasCheckDigits(text: string): boolean {
  let rest = 0
  for (const character of text.slice(4) + text.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}
