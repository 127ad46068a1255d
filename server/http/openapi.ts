// The OpenAPI document of the routes, without components that no route refers to (schemas of the partner protocol are
// registered in the same place).

import type { Http } from './server.ts'

type Document = { readonly components?: { schemas?: Record<string, unknown> }; readonly paths?: unknown }

export function openApiDocument(http: Http): Document {
  const document = structuredClone(http.swagger()) as Document // an OpenAPI document is plain JSON
  const schemas = document.components?.schemas
  if (!schemas) return document
  const used = new Set<string>()
  collect(document.paths, schemas, used)
  for (const name of Object.keys(schemas)) if (!used.has(name)) delete schemas[name]
  return document
}

function collect(value: unknown, schemas: Readonly<Record<string, unknown>>, used: Set<string>): void {
  if (value === null || typeof value !== 'object') return
  if ('$ref' in value && typeof value.$ref === 'string') {
    const name = value.$ref.slice('#/components/schemas/'.length)
    if (used.has(name)) return
    used.add(name)
    collect(schemas[name], schemas, used)
  }
  for (const member of Object.values(value)) collect(member, schemas, used)
}
