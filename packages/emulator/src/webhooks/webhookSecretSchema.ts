import * as z from 'zod'

/** A secret with a key in it. */
export const webhookSecretSchema = z
  .string()
  .min(1)
  .refine(
    (secret) =>
      !secret.startsWith('whsec_') || /^whsec_(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=|[\w+/]{4})$/.test(secret),
    {
      message: 'After whsec_ there must be base64',
    },
  )
