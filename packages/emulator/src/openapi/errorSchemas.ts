import { anyObject, closedObject, listOf, oneOf, openObject, text } from './shapes.ts'

export const error = closedObject({ error: { type: 'string', pattern: '^[A-Z][A-Za-z]+$' }, detail: text })
export const oauthError = closedObject({ error: oneOf('invalid_token', 'insufficient_scope'), error_description: text })
export const httpError = closedObject({ detail: text })
export const validationError = closedObject({
  error: oneOf('RequestValidationError', 'PolarRequestValidationError'),
  detail: {
    ...listOf({
      ...openObject(
        {
          type: text,
          loc: { type: 'array', minItems: 1, items: { type: ['string', 'integer'] } },
          msg: text,
          input: {},
          ctx: anyObject,
        },
        ['type', 'loc', 'msg', 'input'],
      ),
      additionalProperties: false,
    }),
    minItems: 1,
  },
})
