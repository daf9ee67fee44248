/** JSON Schema, as far as it is needed here. */
export type Schema = Readonly<Record<string, unknown>>

export const text: Schema = { type: 'string' }
export const flag: Schema = { type: 'boolean' }
export const whole: Schema = { type: 'integer' }
export const count: Schema = { type: 'integer', minimum: 0 }
export const none: Schema = { type: 'null' }
export const anyObject: Schema = { type: 'object' }
export const id: Schema = {
  type: 'string',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
}
export const time: Schema = {
  type: 'string',
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$`,
}

export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, none] })
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })
export const listOf = (items: Schema): Schema => ({ type: 'array', items })

/** An object with these fields and no others. */
export const exactly = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/** An object in which these fields may be missing. */
export const partly = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
})

/** A page of a list. */
export const pageOf = (items: Schema): Schema =>
  exactly({ items: listOf(items), pagination: exactly({ total_count: count, max_page: count }) })
