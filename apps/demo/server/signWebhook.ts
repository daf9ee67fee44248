import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A webhook as Polar sends it. */
export function signWebhook(url: string, secret: string, event: { type: string; data: object }): Request {
  const id = `msg_${randomUUID()}`
  const now = new Date()
  const body = JSON.stringify({ ...event, timestamp: now.toISOString() })
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }
  return new Request(url, { method: 'POST', headers, body })
}
