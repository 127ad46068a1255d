// The program reads moments as ISO text; better-auth wants Date objects and would compare text wrongly (a session would
// never expire). This turns the columns named …_at and …_until into dates, for better-auth's connection alone.

import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
} from 'kysely'

type Row = Record<string, unknown>

export const momentsAsDates: KyselyPlugin = {
  transformQuery: ({ node }: PluginTransformQueryArgs): RootOperationNode => node,
  transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<Row>> => ({
    ...result,
    rows: result.rows.map(withDates),
  }),
}

function withDates(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, isMoment(name, value) ? new Date(value) : value]),
  )
}

function isMoment(name: string, value: unknown): value is string {
  return typeof value === 'string' && /_(at|until)$/.test(name)
}
