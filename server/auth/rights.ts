// The rights table: which role may do what. The one place; every route names its right and is refused at start without one.

export type Right =
  | 'invoices.read'
  | 'invoices.write'
  | 'invoices.import'
  | 'invoices.write_off'
  | 'dunning.run'
  | 'payments.read'
  | 'payments.record'
  | 'cases.read'
  | 'cases.answer'
  | 'handover.prepare'
  | 'handover.confirm'
  | 'documents.read'
  | 'cashbook.read'
  | 'reports.read'
  | 'history.read'
  | 'settings.read'
  | 'settings.write'
  | 'users.manage'
  | 'keys.manage'
  | 'demo.travel'
  | 'account.own'

export type Role =
  | 'owner'
  | 'accountant'
  | 'front_desk'
  | 'tax_adviser'
  | 'read_only'
  | 'agency_manager'
  | 'agent'
  | 'operator'

const READ: readonly Right[] = [
  'invoices.read',
  'payments.read',
  'cases.read',
  'documents.read',
  'cashbook.read',
  'reports.read',
  'history.read',
  'account.own',
]

const BOOKKEEPING: readonly Right[] = [
  ...READ,
  'invoices.write',
  'invoices.import',
  'invoices.write_off',
  'dunning.run',
  'payments.record',
  'cases.answer',
  'handover.prepare',
  'handover.confirm',
  'settings.read',
]

const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  owner: [...BOOKKEEPING, 'settings.write', 'users.manage', 'keys.manage', 'demo.travel'],
  accountant: [...BOOKKEEPING, 'demo.travel'],
  front_desk: [
    'invoices.read',
    'invoices.write',
    'invoices.import',
    'payments.read',
    'payments.record',
    'cases.read',
    'documents.read',
    'cashbook.read',
    'handover.prepare',
    'account.own',
  ],
  tax_adviser: ['invoices.read', 'payments.read', 'cashbook.read', 'reports.read', 'documents.read', 'account.own'],
  read_only: READ,
  // The agency's desk and the operator's back office have no rights in a creditor's tenant.
  agency_manager: ['account.own'],
  agent: ['account.own'],
  operator: ['account.own'],
}

export const ROLES = Object.keys(RIGHTS) as readonly Role[] // the keys of a literal record of all roles

export function rightsOf(role: Role): ReadonlySet<Right> {
  return new Set(RIGHTS[role])
}

// A program may not make itself permanent: a stolen key must not create users or further keys.
const NEVER_FOR_KEYS: ReadonlySet<Right> = new Set(['users.manage', 'keys.manage'])

/** What an API key of this role may do. */
export function rightsOfKey(role: Role): ReadonlySet<Right> {
  return new Set(RIGHTS[role].filter((right) => !NEVER_FOR_KEYS.has(right)))
}

/** Roles that work in a creditor's tenant; the others have their own places. */
export const TENANT_ROLES = [
  'owner',
  'accountant',
  'front_desk',
  'tax_adviser',
  'read_only',
] as const satisfies readonly Role[]

export type TenantRole = (typeof TENANT_ROLES)[number]

/** Reads a stored role; undefined where this version knows none by that name, which then has no rights at all. */
export function roleOf(text: string): Role | undefined {
  return ROLES.find((role) => role === text)
}
