import * as z from 'zod/mini'

const base64 = /^whsec_(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=|[\w+/]{4})$/

/** A secret with a key in it. */
export const webhookSecretSchema = z.string().check(
  z.minLength(1),
  z.refine((secret) => !secret.startsWith('whsec_') || base64.test(secret), 'After whsec_ there must be base64'),
)
