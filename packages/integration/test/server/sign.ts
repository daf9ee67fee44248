import { Webhook } from 'standardwebhooks'

/** The older kind of secret is the key itself, the newer one holds it in base64. */
export const secrets = { older: 'polar_whs_ünicode-secret-of-old', newer: 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0' }

interface Delivery {
  secret?: string
  id?: string
  /** Seconds from now that it was signed at. */
  age?: number
  headers?: Record<string, string>
}

/** The headers of a delivery, as Polar signs it. */
export function signature(body: string, { secret = secrets.newer, id = 'msg_1', age = 0 }: Delivery = {}) {
  const webhook = secret.startsWith('whsec_')
    ? new Webhook(secret)
    : new Webhook(new TextEncoder().encode(secret), { format: 'raw' })
  const at = new Date(Date.now() - age * 1000)
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': webhook.sign(id, at, body),
  }
}

/** A delivery of an event. */
export function delivery(event: unknown, options: Delivery = {}): Request {
  const body = typeof event === 'string' ? event : JSON.stringify(event)
  const headers = { ...signature(body, options), ...options.headers }
  return new Request('https://app.example.com/hooks', { method: 'POST', body, headers })
}
