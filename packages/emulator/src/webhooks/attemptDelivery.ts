import type { Delivery } from '../storage/deliveries.ts'
import { webhookKey } from './webhookKey.ts'

const timeout = 10_000

/** Posts a delivery once, signed for now by the real clock; returns the status it was answered with, or null without an answer. */
export async function attemptDelivery(delivery: Delivery, closing: AbortSignal): Promise<number | null> {
  // Loaded when first needed: an emulator without webhooks starts without it.
  const { Webhook } = await import('standardwebhooks')
  const timestamp = new Date()
  const signer = new Webhook(webhookKey(delivery.secret, delivery.key), { format: 'raw' })
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'polar.sh webhooks',
        'webhook-id': delivery.webhook_id,
        'webhook-timestamp': String(Math.floor(timestamp.getTime() / 1000)),
        'webhook-signature': signer.sign(delivery.webhook_id, timestamp, delivery.body),
      },
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeout), closing]),
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}
