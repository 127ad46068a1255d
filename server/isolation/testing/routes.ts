// Every address of an application, read from its router (so that hidden ones are there, too), with what its OpenAPI
// document says about it.

import type { InjectOptions } from 'fastify'
import type { Http } from '../../http/index.ts'
import type { Schema } from './content.ts'

export type Method = Extract<InjectOptions['method'], 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>

export type Route = {
  readonly method: Method
  /** As in the document: parameters in braces. */
  readonly path: string
  /** Left out of the document. */
  readonly hidden: boolean
  readonly body: Schema | undefined
  readonly query: Readonly<Record<string, Schema>>
}

export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

type Operation = {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

export function documentOf(http: Http): Document {
  return http.swagger() as unknown as Document // an OpenAPI document, of which the type names what is read here
}

export function routesOf(http: Http): Route[] {
  const { paths } = documentOf(http)
  return addressesOf(http.printRoutes({ commonPrefix: false })).map(({ method, path }) => {
    const operation = paths[path]?.[method.toLowerCase()]
    const asked = (operation?.parameters ?? []).filter((parameter) => parameter.in === 'query')
    return {
      method,
      path,
      hidden: operation === undefined,
      body: operation?.requestBody?.content['application/json']?.schema,
      query: Object.fromEntries(asked.map(({ name, schema }) => [name, schema])),
    }
  })
}

export function nameOf({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${path}`
}

/** Reads the tree that the router prints: four signs deeper is one part further. HEAD and OPTIONS answer for others. */
function addressesOf(tree: string): Pick<Route, 'method' | 'path'>[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const found = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/u.exec(line)
    if (found === null) return []
    const [, indent = '', part = '', methods = ''] = found
    const depth = indent.length / 4
    above.length = depth
    above.push(part)
    const path = above.join('').replace(/:(\w+)/g, '{$1}')
    return methods
      .split(', ')
      .filter(isTried)
      .map((method) => ({ method, path }))
  })
}

function isTried(method: string): method is Method {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)
}
