import { Webhook } from 'standardwebhooks'

/** Since 8 September 2026 a secret holds the key in base64; an older one is itself the key. */
export const secrets = { older: 'polar_whs_ünicode-secret-of-old', newer: 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0' }

interface Delivery {
  secret?: string
  /** How the secret gives the key. Default: what its prefix suggests. */
  key?: 'base64' | 'text'
  id?: string
  /** Seconds from now that it was signed at. */
  age?: number
  headers?: Record<string, string>
}

/** The headers of a delivery, as Polar signs it. */
export function signature(body: string, options: Delivery = {}) {
  const { secret = secrets.newer, id = 'msg_1', age = 0 } = options
  const { key = secret.startsWith('whsec_') ? 'base64' : 'text' } = options
  const webhook =
    key === 'base64' ? new Webhook(secret) : new Webhook(new TextEncoder().encode(secret), { format: 'raw' })
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
