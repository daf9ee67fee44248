import { anyObject, exactly, listOf, oneOf, partly, text } from './shapes.ts'

export const error = exactly({ error: { type: 'string', pattern: '^[A-Z][A-Za-z]+$' }, detail: text })
export const oauthError = exactly({ error: oneOf('invalid_token', 'insufficient_scope'), error_description: text })
export const httpError = exactly({ detail: text })
export const validationError = exactly({
  error: oneOf('RequestValidationError', 'PolarRequestValidationError'),
  detail: {
    ...listOf({
      ...partly(
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
