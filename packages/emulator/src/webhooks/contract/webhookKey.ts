/** `base64`: the secret contains the key in base64. `text`: the secret's whole text is the key. */
export type WebhookKeyKind = 'base64' | 'text'

const prefix = 'whsec_'
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/

const encodedPart = (secret: string) => (secret.startsWith(prefix) ? secret.slice(prefix.length) : secret)

/** Returns whether a secret contains a key in base64, with or without `whsec_` before it. */
export const holdsBase64 = (secret: string): boolean => base64.test(encodedPart(secret))

/**
 * Returns the kind of key to use if no kind is given. This is `base64` for a secret that looks like the newest secrets
 * of the real server (`whsec_` and base64), and `text` for every other secret.
 */
export const usualKeyKind = (secret: string): WebhookKeyKind =>
  secret.startsWith(prefix) && holdsBase64(secret) ? 'base64' : 'text'

/** Returns the bytes of a secret that sign webhooks. */
export const webhookKey = (secret: string, kind: WebhookKeyKind): Uint8Array =>
  kind === 'base64' ? Buffer.from(encodedPart(secret), 'base64') : Buffer.from(secret)
