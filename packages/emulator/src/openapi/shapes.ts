/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>

export const text: Schema = { type: 'string' }
export const booleanValue: Schema = { type: 'boolean' }
export const integer: Schema = { type: 'integer' }
export const count: Schema = { type: 'integer', minimum: 0 }
export const nullValue: Schema = { type: 'null' }
export const anyObject: Schema = { type: 'object' }
export const id: Schema = {
  type: 'string',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
}
export const time: Schema = {
  type: 'string',
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$`,
}

export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, nullValue] })
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })
export const listOf = (items: Schema): Schema => ({ type: 'array', items })

/** Returns the schema of an object with these fields and no others. */
export const closedObject = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/**
 * Returns the schema of an object with these fields, of which only `required` must be there. Other fields are allowed.
 */
export const openObject = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
})

/** Returns the schema of a page of a list. */
export const pageOf = (items: Schema): Schema =>
  closedObject({ items: listOf(items), pagination: closedObject({ total_count: count, max_page: count }) })
