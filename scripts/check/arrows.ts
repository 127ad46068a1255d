// Holds one file's imports against the table of areas and returns a sentence per fault.
import { posix } from 'node:path'
import { type Area, AREAS, CORE_VALUES, TEST, WHOLE_RUN } from './areas.ts'
import { type Import, importsOf, withoutComments } from './imports.ts'

/** @param file path from the root of the project, with forward slashes */
export function arrowFaults(file: string, source: string): string[] {
  const area = areaOf(file)
  if (area === undefined) return []
  const faults = importsOf(source).map((imported) => faultOf(file, area, imported))
  const found = [...faults, ...(area.name === 'core' && !TEST.test(file) ? impurities(source) : [])]
  return found.filter((fault) => fault !== undefined).map((fault) => `${file}: ${fault}`)
}

export function areaOf(file: string): Area | undefined {
  return AREAS.find(({ path }) => path.test(file))
}

function faultOf(file: string, area: Area, { specifier, typeOnly }: Import): string | undefined {
  if (specifier.startsWith('node:'))
    return mayUsePlatform(file, area) ? undefined : `${area.name} must not import ${specifier}`
  const target = resolve(file, specifier)
  if (target === undefined)
    return mayUsePackages(file, area) ? undefined : `${area.name} must not import the package ${specifier}`
  const crossing = crossingFault(file, specifier, target)
  if (crossing !== undefined) return crossing
  if (WHOLE_RUN.test(file)) return undefined
  return isAllowed(area, areaOf(target), target, typeOnly, TEST.test(file)) ? undefined : refusal(area, target)
}

function refusal(area: Area, target: string): string {
  const types = area.mayTypes?.includes(areaOf(target)?.name ?? '') === true ? ' (its types only)' : ''
  return `${area.name} must not import ${target}${types}`
}

function isAllowed(area: Area, target: Area | undefined, path: string, typeOnly: boolean, test: boolean): boolean {
  if (target === undefined) return true // package.json, README: no area, no arrow
  if (target.name === area.name || area.may.includes(target.name)) return true
  if (area.may.includes('core values') && CORE_VALUES.test(path)) return true
  if (test && area.mayInTests?.includes(target.name) === true) return true
  return typeOnly && area.mayTypes?.includes(target.name) === true
}

/** Doors: another workspace by its name only, another server module by its index.ts only. */
function crossingFault(file: string, specifier: string, target: string): string | undefined {
  const [from = '', to = ''] = [file.split('/')[0], target.split('/')[0]]
  const outsider = from === 'scripts' || WHOLE_RUN.test(file)
  if (from !== to && specifier.startsWith('.') && !outsider && areaOf(target) !== undefined)
    return `${target} belongs to another workspace; import it as @mahnwerk/${to}/…`
  const module = /^server\/modules\/([^/]+)\//.exec(target)?.[1]
  if (module === undefined || file.startsWith(`server/modules/${module}/`)) return undefined
  if (target === `server/modules/${module}/index.ts`) return undefined
  return `${target} is inside another module; only server/modules/${module}/index.ts is its door`
}

function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  const workspace = /^@mahnwerk\/(.+)$/.exec(specifier)?.[1]
  return workspace === undefined ? undefined : posix.join(workspace, 'index.ts')
}

function mayUsePlatform(file: string, area: Area): boolean {
  return area.platform || TEST.test(file)
}

function mayUsePackages(file: string, area: Area): boolean {
  return area.packages || TEST.test(file)
}

const IMPURE =
  /\b(Date\.now|Math\.random|new Date\(\s*\)|performance\.|process\.|crypto\.|fetch\(|setTimeout\(|setInterval\(|console\.)/g

function impurities(source: string): string[] {
  const found = withoutComments(source).matchAll(IMPURE)
  return [...found].map((match) => `core is pure and must not use ${match[0].replace(/[(.\s)]*$/, '')}`)
}
