import { validateHeaderName, validateHeaderValue } from 'node:http'
import * as z from 'zod/mini'
import type { Fault } from './Fault.ts'

const statusesWithoutBody = new Set([204, 205, 304])
const framingHeaders = new Set(['transfer-encoding', 'trailer', 'upgrade'])

const statusFault = z
  .strictObject({
    kind: z.literal('status'),
    status: z.int().check(z.minimum(200), z.maximum(599)),
    body: z.optional(z.string()),
    headers: z.optional(z.record(z.string(), z.string())),
  })
  .check((context) => {
    const { status, body, headers = {} } = context.value
    if (statusesWithoutBody.has(status) && body) {
      context.issues.push({ code: 'custom', input: body, path: ['body'], message: `A ${status} has no body` })
    }
    for (const [name, value] of Object.entries(headers)) {
      const message = problemOfHeader(name, value, body ?? '')
      if (message !== undefined) context.issues.push({ code: 'custom', input: value, path: ['headers', name], message })
    }
  })

const kind = z.discriminatedUnion('kind', [
  statusFault,
  z.strictObject({ kind: z.literal('latency'), ms: z.number().check(z.minimum(0), z.maximum(600_000)) }),
  z.strictObject({ kind: z.literal('drop_before') }),
  z.strictObject({ kind: z.literal('drop_after') }),
  z.strictObject({ kind: z.literal('drop_now_act_later'), ms: z.number().check(z.minimum(0), z.maximum(600_000)) }),
  z.strictObject({ kind: z.literal('garbage') }),
])

const match = z.strictObject({
  method: z.optional(z.string().check(z.regex(/^[a-z]+$/i, 'Use only letters'))),
  path: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^(?:(?:\/(?:\*|[^/*?#]*))*)$/,
          'Begin with a slash, use * only for a whole segment, and leave out the query',
        ),
      ),
  ),
})

/** The body of `POST /_emulator/faults`. Refuses answers that cannot be sent. */
export const faultSchema: z.ZodMiniType<Fault> = z.strictObject({
  match: z.optional(match),
  times: z.optional(z.int().check(z.minimum(1))),
  probability: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  seed: z.optional(z.int()),
  fault: kind,
})

/** Returns the reason why a header cannot be sent, or undefined if it can. */
function problemOfHeader(name: string, value: string, body: string): string | undefined {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  if (framingHeaders.has(name.toLowerCase())) return 'The server sets this header itself'
  if (name.toLowerCase() === 'content-length' && value !== String(Buffer.byteLength(body))) {
    return `The body has ${Buffer.byteLength(body)} bytes`
  }
  return undefined
}
