import * as z from 'zod/mini'
import { _default as withDefault } from 'zod/mini'
import { holdsBase64 } from '../../webhooks/contract/webhookKey.ts'
import { polarTypes, seatTypes } from '../../webhooks/contract/WebhookType.ts'
import type { WebhookHandler } from '../../webhooks/delivery/attemptDelivery.ts'
import { id } from './fields.ts'

const knownTypes: ReadonlySet<string> = new Set(polarTypes)

/** A kind of event that Polar has. */
export const eventType = z.string().check(z.refine((type) => knownTypes.has(type), 'There is no such kind of event.'))

const handler = z.custom<WebhookHandler>((value) => typeof value === 'function', 'Give a function.')

const signing = {
  secret: z.optional(z.string().check(z.minLength(1))),
  key: z.optional(z.enum(['base64', 'text'])),
}

const keyFitsSecret = z.refine<{ secret?: string | undefined; key?: 'base64' | 'text' | undefined }>(
  ({ secret, key }) => key !== 'base64' || secret === undefined || holdsBase64(secret),
  { path: ['key'], message: 'The secret is not base64.' },
)

/** A webhook endpoint of a seed. */
export const webhookSchema = z
  .strictObject({
    id,
    url: z.optional(z.url({ protocol: /^https?$/ })),
    handler: z.optional(handler),
    ...signing,
    events: withDefault(z.array(eventType), [...seatTypes]),
  })
  .check(
    z.refine(({ url, handler }) => (url === undefined) !== (handler === undefined), 'Give either a url or a handler.'),
    keyFitsSecret,
  )

/** A function that gets the events of every organization. */
export const sharedHandlerSchema = z
  .strictObject({ handler, ...signing, events: z.optional(z.array(eventType)) })
  .check(keyFitsSecret)
