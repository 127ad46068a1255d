// Valid content for any route, made from its JSON schema. What a schema cannot say (a day that is no format, a currency)
// is said by the member's name; a member that nobody can fill throws, so that a new route cannot pass untried.

export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
}

export type Samples = {
  readonly schemas: Readonly<Record<string, Schema>>
  /** The value of a member that is an id. Throws where none is known by that name. */
  readonly id: (name: string) => string
  /** Values that no schema can tell, by the member's name. */
  readonly named: Readonly<Record<string, unknown>>
}

/** Every member is there, the optional ones too: what is sent reaches as far as it can. */
export function contentFor(schema: Schema, samples: Samples, name: string): unknown {
  if (schema.$ref !== undefined) return contentFor(resolved(schema.$ref, samples), samples, name)
  if (schema.const !== undefined) return schema.const
  if (schema.format === 'uuid') return samples.id(name)
  if (name in samples.named) return samples.named[name]
  if (schema.enum !== undefined) return schema.enum.at(-1)
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null')
  if (choice !== undefined) return contentFor(choice, samples, name)
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, member]) => [key, contentFor(member, samples, key)]),
      )
    case 'array':
      return schema.items === undefined ? [] : [contentFor(schema.items, samples, name)]
    case 'string':
      return textFor(schema, name)
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1)
    case 'boolean':
      return true
    default:
      throw new Error(`no content is known for „${name}“: ${JSON.stringify(schema)}`)
  }
}

function resolved(reference: string, { schemas }: Samples): Schema {
  const schema = schemas[reference.slice('#/components/schemas/'.length)]
  if (schema === undefined) throw new Error(`${reference} is not in the document`)
  return schema
}

function textFor({ format, pattern, minLength = 0 }: Schema, name: string): string {
  if (format === 'date') return '2026-01-15'
  if (format === 'date-time') return '2126-01-15T12:00:00Z'
  if (format === 'email') return 'probe@example.org'
  if (format !== undefined) throw new Error(`no text of the format ${format} is known for „${name}“`)
  if (pattern !== undefined && !new RegExp(pattern).test('Probe'))
    throw new Error(`no text is known for „${name}“ that fits ${pattern}`)
  return 'Probe'.padEnd(minLength, '.')
}
