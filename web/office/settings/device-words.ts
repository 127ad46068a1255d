// What a browser calls itself, in words a person knows: "Firefox, Windows". Only for recognising one's own devices.

const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** The program's own words, shortened, where neither browser nor system is known. */
export function deviceWords(userAgent: string): string {
  const named = (list: typeof BROWSERS): string | undefined => list.find(([pattern]) => pattern.test(userAgent))?.[1]
  const words = [named(BROWSERS), named(SYSTEMS)].filter((word) => word !== undefined)
  return words.length > 0 ? words.join(', ') : userAgent.slice(0, 40)
}
