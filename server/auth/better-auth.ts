// How better-auth is set up: e-mail and password, a second factor, and the tenant that a session works in. Its tables are
// ours (migration 0002, schema auth); only the paths in routes.ts are reachable from outside.

import { APIError } from 'better-auth/api'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { organization, twoFactor } from 'better-auth/plugins'
import type { Database } from '../db/database.ts'
import type { NewId } from '../ids.ts'
import { firstTenantOf, markPasswordChanged } from './members.ts'
import { momentsAsDates } from './moments.ts'
import { ownOrigins } from './origin.ts'

export const COOKIE_PREFIX = 'mahnwerk'
/** Set by our own edge on every request, never taken from a client. */
export const ADDRESS_HEADER = 'x-mahnwerk-address'
export const PASSWORD_SHORTEST = 10
export const PASSWORD_LONGEST = 128

const MINUTE = 60
const DAY = 86_400

export type BetterAuthParts = {
  readonly db: Database
  readonly newId: NewId
  readonly baseUrl: string
  readonly secret: string
  readonly rateLimit: boolean
  readonly log: (level: string, message: string) => void
}

export function authOptions(parts: BetterAuthParts) {
  return {
    appName: 'Mahnwerk',
    baseURL: parts.baseUrl,
    basePath: '/api/auth',
    secret: parts.secret,
    database: { db: parts.db.withPlugin(momentsAsDates), type: 'postgres', schemaName: 'auth', transaction: true },
    telemetry: { enabled: false },
    logger: { log: (level, message) => parts.log(level, message) },
    trustedOrigins: (request) => ownOrigins(parts.baseUrl, request?.headers),
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      database: { generateId: () => parts.newId() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      disableOriginCheck: false,
    },
    rateLimit: {
      enabled: parts.rateLimit,
      storage: 'database',
      window: MINUTE,
      max: 300,
      customRules: { '/sign-in/email': { window: MINUTE, max: 10 } },
      modelName: 'rate_limits',
      fields: { lastRequest: 'last_request' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_SHORTEST,
      maxPasswordLength: PASSWORD_LONGEST,
    },
    // No cookie cache: a session that was revoked must fail at once.
    session: { expiresIn: 7 * DAY, updateAge: DAY, ...SESSION_TABLE },
    user: { ...USER_TABLE, additionalFields: { mustChangePassword: MUST_CHANGE_PASSWORD } },
    account: ACCOUNT_TABLE,
    verification: VERIFICATION_TABLE,
    plugins: [
      organization({
        allowUserToCreateOrganization: false,
        disableOrganizationDeletion: true,
        schema: ORGANIZATION_TABLES,
      }),
      twoFactor({ issuer: 'Mahnwerk', schema: TWO_FACTOR_TABLES }),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { activeOrganizationId: await tenantFor(parts.db, session, context) },
          }),
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path !== '/change-password') return undefined
        const body = context.body as { currentPassword?: unknown; newPassword?: unknown } // checked by the endpoint's schema
        if (body.newPassword === body.currentPassword) throw new APIError('BAD_REQUEST', { code: 'PASSWORD_UNCHANGED' })
        // Whoever knew the old password is signed out with it.
        return { context: { body: { ...body, revokeOtherSessions: true } } }
      }),
      after: createAuthMiddleware(async (context) => {
        const session = context.context.session
        const failed = context.context.returned instanceof APIError
        if (context.path === '/change-password' && session && !failed)
          await markPasswordChanged(parts.db, session.user.id)
      }),
    },
  } satisfies BetterAuthOptions
}

export function createBetterAuth(parts: BetterAuthParts) {
  return betterAuth(authOptions(parts))
}

type SessionContext = { readonly context: { readonly session: { readonly session: object } | null } } | null

/** A session that follows another one stays in its tenant; a new one begins in the user's first. */
async function tenantFor(db: Database, session: { readonly userId: string }, context: SessionContext): Promise<string> {
  const before = [session, context?.context.session?.session ?? {}].map(activeTenant).find((id) => id !== undefined)
  const tenantId = before ?? (await firstTenantOf(db, session.userId))
  if (tenantId === undefined) throw new APIError('FORBIDDEN', { code: 'NO_MEMBERSHIP' })
  return tenantId
}

function activeTenant(session: object): string | undefined {
  return 'activeOrganizationId' in session && typeof session.activeOrganizationId === 'string'
    ? session.activeOrganizationId
    : undefined
}

const MUST_CHANGE_PASSWORD = {
  type: 'boolean',
  required: false,
  defaultValue: false,
  input: false,
  fieldName: 'must_change_password',
} as const
const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const
const USER_TABLE = { modelName: 'users', fields: { emailVerified: 'email_verified', ...TIMES } } as const
const SESSION_TABLE = {
  modelName: 'sessions',
  fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...TIMES },
} as const
const ACCOUNT_TABLE = {
  modelName: 'accounts',
  fields: {
    userId: 'user_id',
    accountId: 'account_id',
    providerId: 'provider_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    ...TIMES,
  },
} as const
const VERIFICATION_TABLE = { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...TIMES } } as const
const ORGANIZATION_TABLES = {
  organization: { modelName: 'organizations', fields: { createdAt: 'created_at' } },
  member: { modelName: 'members', fields: { organizationId: 'tenant_id', userId: 'user_id', createdAt: 'created_at' } },
  invitation: {
    modelName: 'invitations',
    fields: { organizationId: 'tenant_id', inviterId: 'inviter_id', expiresAt: 'expires_at', createdAt: 'created_at' },
  },
  session: { fields: { activeOrganizationId: 'active_tenant_id' } },
} as const
const TWO_FACTOR_TABLES = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'second_factors',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const
