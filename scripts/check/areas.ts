// The table of ARCHITECTURE.md as data: which folder may import which. The first area whose pattern matches a path is its own.

export type Area = {
  readonly name: string
  readonly path: RegExp
  /** Areas it may import; its own always. */
  readonly may: readonly string[]
  /** Areas of which it may know the types only. */
  readonly mayTypes?: readonly string[]
  /** Areas that its tests may import besides: a fake partner, a check that runs at build time. */
  readonly mayInTests?: readonly string[]
  /** Whether it may import packages from npm and the platform (node:). */
  readonly packages: boolean
  readonly platform: boolean
}

const LIBRARIES = { packages: true, platform: false } as const
const EVERYTHING = { packages: true, platform: true } as const

export const AREAS: readonly Area[] = [
  { name: 'core', path: /^core\//, may: [], packages: false, platform: false },
  { name: 'formats', path: /^formats\//, may: ['core'], ...EVERYTHING },
  { name: 'connectors', path: /^connectors\//, may: ['core', 'formats'], ...EVERYTHING },
  {
    name: 'server module',
    path: /^server\/modules\//,
    may: ['core', 'formats', 'server ground'],
    mayTypes: ['connectors'],
    mayInTests: ['connectors', 'server module', 'server wiring'],
    ...EVERYTHING,
  },
  {
    name: 'server wiring',
    path: /^server\/(app|main|print-openapi)\.ts$/,
    may: ['core', 'formats', 'connectors', 'server ground', 'server module'],
    ...EVERYTHING,
  },
  {
    name: 'server ground',
    path: /^server\//,
    may: ['core', 'formats'],
    mayTypes: ['connectors'],
    mayInTests: ['connectors', 'server module', 'server wiring'],
    ...EVERYTHING,
  },
  { name: 'client', path: /^client\//, may: [], ...LIBRARIES },
  // Runs when the web is built, not in the browser.
  { name: 'web build', path: /^web\/([^/]+\.config|texts\/completeness)\.ts$/, may: ['web texts'], ...EVERYTHING },
  { name: 'web texts', path: /^web\/texts\//, may: ['core values'], mayInTests: ['web build'], ...LIBRARIES },
  { name: 'web ui', path: /^web\/ui\//, may: ['web texts', 'core values'], ...LIBRARIES },
  // How explanations of the law look, wherever they stand; it computes nothing and asks nobody.
  { name: 'web law', path: /^web\/law\//, may: ['core', 'web ui', 'web texts'], ...LIBRARIES },
  // Public pages: they know no server and no signed-in person, so they have no client.
  {
    name: 'web calculators',
    path: /^web\/calculators\//,
    may: ['core', 'web ui', 'web texts', 'web law'],
    ...LIBRARIES,
  },
  {
    name: 'web office',
    path: /^web\/office\//,
    may: ['client', 'core', 'web ui', 'web texts', 'web law'],
    ...LIBRARIES,
  },
  { name: 'web desk', path: /^web\/desk\//, may: ['client', 'core', 'web ui', 'web texts'], ...LIBRARIES },
  { name: 'web portal', path: /^web\/portal\//, may: ['client', 'core', 'web ui', 'web texts'], ...LIBRARIES },
  {
    name: 'web',
    path: /^web\//,
    may: [
      'client',
      'core',
      'web ui',
      'web texts',
      'web law',
      'web calculators',
      'web office',
      'web desk',
      'web portal',
    ],
    ...LIBRARIES,
  },
  { name: 'simulator', path: /^simulator\//, may: ['connectors', 'formats', 'core', 'client'], ...EVERYTHING },
  {
    name: 'cli',
    path: /^cli\//,
    may: [
      'core',
      'formats',
      'connectors',
      'server ground',
      'server module',
      'server wiring',
      'client',
      'simulator',
      'bench',
    ],
    ...EVERYTHING,
  },
  {
    name: 'bench',
    path: /^bench\//,
    may: ['core', 'formats', 'connectors', 'server ground', 'server module', 'server wiring', 'client', 'simulator'],
    ...EVERYTHING,
  },
  { name: 'tools', path: /^tools\//, may: [], ...EVERYTHING },
  { name: 'scripts', path: /^scripts\//, may: ['server ground', 'server module'], ...EVERYTHING },
]

/** Parts of core without any rule of the field in them: how amounts and days are written. */
export const CORE_VALUES = /^core\/(money|calendar)\//

/** Whole runs play all parts together, so they may import any of them. */
export const WHOLE_RUN = /\.(story|e2e)\.test\.tsx?$|^server\/stories\//

export const TEST = /\.test\.tsx?$|\.conformance\.ts$|(^|\/)testing(\/|\.ts$)/
