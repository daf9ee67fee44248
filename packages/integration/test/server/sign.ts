import { Webhook } from 'standardwebhooks'

/** Secrets made since 8 September 2026 have the key in base64. An older secret is the key itself. */
export const secrets = { older: 'polar_whs_ünicode-secret-of-old', newer: 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0' }

interface Delivery {
  secret?: string
  /** The way to get the key from the secret. Default: `base64` if the secret begins with `whsec_`, otherwise `text`. */
  key?: 'base64' | 'text'
  id?: string
  /** The age of the signature in seconds. */
  age?: number
  headers?: Record<string, string>
}

/** Returns the headers of a delivery, signed like Polar's. */
export function signedHeaders(body: string, options: Delivery = {}) {
  const { secret = secrets.newer, id = 'msg_1', age = 0 } = options
  const { key = secret.startsWith('whsec_') ? 'base64' : 'text' } = options
  const webhook =
    key === 'base64' ? new Webhook(secret) : new Webhook(new TextEncoder().encode(secret), { format: 'raw' })
  const signedAt = new Date(Date.now() - age * 1000)
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1000)),
    'webhook-signature': webhook.sign(id, signedAt, body),
  }
}

/** Returns a signed delivery of an event. */
export function signedRequest(event: unknown, options: Delivery = {}): Request {
  const body = typeof event === 'string' ? event : JSON.stringify(event)
  const headers = { ...signedHeaders(body, options), ...options.headers }
  return new Request('https://app.example.com/hooks', { method: 'POST', body, headers })
}
