// Which texts are missing, unknown or filled differently in some language. The build and a test ask this.

import { readFileSync, readdirSync } from 'node:fs'

const HERE = import.meta.dirname
const BASE = 'de.json'

/** One line per fault; empty where every catalogue says the same things in every language. */
export function incompleteTexts(): string[] {
  return folders().flatMap((folder) => {
    const base = load(`${folder}/${BASE}`)
    const others = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== BASE)
    return others.flatMap((name) => compare(base, load(`${folder}/${name}`), `${folder.slice(HERE.length)}/${name}`))
  })
}

/** What the other catalogue lacks, has too much, leaves empty, or fills with other values than the base. */
export function compare(base: Record<string, string>, other: Record<string, string>, name: string): string[] {
  const missing = Object.keys(base)
    .filter((key) => !(key in other))
    .map((key) => `${name} lacks ${key}`)
  const unknown = Object.keys(other)
    .filter((key) => !(key in base))
    .map((key) => `${name} has unknown ${key}`)
  const empty = [...Object.entries(base), ...Object.entries(other)]
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => `${name}: ${key} is empty`)
  const odd = Object.keys(base)
    .filter((key) => key in other && slots(base[key]) !== slots(other[key]))
    .map((key) => `${name}: ${key} fills other values`)
  return [...missing, ...unknown, ...empty, ...odd]
}

function slots(text = ''): string {
  return [...new Set(text.match(/\{\w+\}/g))].toSorted().join()
}

function folders(): string[] {
  const below = readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [HERE, ...below.map((entry) => `${HERE}/${entry.name}`)]
}

function load(path: string): Record<string, string> {
  // Catalogues are flat by convention; the compiler holds the base to it through Catalogue.
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
}
