import * as z from 'zod/mini'
import type { Fault } from './Fault.ts'

const kind = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().check(z.minimum(200), z.maximum(599)),
    body: z.optional(z.string()),
    headers: z.optional(z.record(z.string(), z.string())),
  }),
  z.strictObject({ kind: z.literal('latency'), ms: z.number().check(z.minimum(0), z.maximum(600_000)) }),
  z.strictObject({ kind: z.literal('drop_before') }),
  z.strictObject({ kind: z.literal('drop_after') }),
  z.strictObject({ kind: z.literal('garbage') }),
])

/** The body of `POST /_emulator/faults`. */
export const faultSchema: z.ZodMiniType<Fault> = z.strictObject({
  match: z.optional(z.strictObject({ method: z.optional(z.string()), path: z.optional(z.string()) })),
  times: z.optional(z.int().check(z.minimum(1))),
  probability: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  seed: z.optional(z.int()),
  fault: kind,
})
