// Finds what a source file imports. It relies on the formatter: an import statement begins its line and a specifier stands on
// the line of its `from`. Comments and template texts are blanked out first, so that an example in them is no import.

export type Import = { readonly specifier: string; readonly typeOnly: boolean }

export function importsOf(source: string): Import[] {
  const code = withoutComments(source)
  const found: Import[] = []
  for (const match of code.matchAll(FROM)) {
    const [, type, clause = '', specifier = ''] = match
    found.push({ specifier, typeOnly: type !== undefined || onlyTypes(clause) })
  }
  for (const pattern of [SIDE_EFFECT, DYNAMIC])
    for (const match of code.matchAll(pattern)) found.push({ specifier: match[1] ?? '', typeOnly: false })
  return found
}

const FROM =
  /^(?:import|export)( type)?\s+(\*|[\w$]+,?|(?:[\w$]+, )?\{[^}]*\}|(?:[\w$]+, )?\* as [\w$]+)\s+from\s+['"]([^'"\n]+)['"]/gm
const SIDE_EFFECT = /^import\s+['"]([^'"\n]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]/g

/** `import { type A, type B }` leaves nothing at run time that is used. */
function onlyTypes(clause: string): boolean {
  const names = /^\s*\{([^}]*)\}/.exec(clause)?.[1]
  if (names === undefined) return false
  const list = names.split(',').filter((name) => name.trim() !== '')
  return list.length > 0 && list.every((name) => name.trim().startsWith('type '))
}

/** The source with comments and template texts blanked and line breaks kept. */
export function withoutComments(source: string): string {
  return source.replaceAll(BLANKED, (match) => (/^['"]/.test(match) ? match : match.replaceAll(/[^\n]/g, ' ')))
}

// Strings are matched so that a // inside one begins no comment; they are kept.
const BLANKED = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g
