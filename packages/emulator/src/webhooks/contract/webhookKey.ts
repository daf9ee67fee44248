/** What of a secret's text signs: the bytes that it stands for in base64, or the bytes of the text itself. */
export type WebhookKeyKind = 'base64' | 'text'

const prefix = 'whsec_'
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/

const encodedPart = (secret: string) => (secret.startsWith(prefix) ? secret.slice(prefix.length) : secret)

/** Whether a secret holds a key in base64, after `whsec_` or without it. */
export const holdsBase64 = (secret: string): boolean => base64.test(encodedPart(secret))

/** The kind of a secret that names none. Nothing in the text tells it, so it is the kind of the real server's newest secrets. */
export const usualKeyKind = (secret: string): WebhookKeyKind =>
  secret.startsWith(prefix) && holdsBase64(secret) ? 'base64' : 'text'

/** The bytes that sign a webhook. */
export const webhookKey = (secret: string, kind: WebhookKeyKind): Uint8Array =>
  kind === 'base64' ? Buffer.from(encodedPart(secret), 'base64') : Buffer.from(secret)
