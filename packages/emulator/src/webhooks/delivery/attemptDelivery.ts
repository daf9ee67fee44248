import type { Delivery } from '../../storage/webhooks/deliveries.ts'
import { webhookKey } from '../contract/webhookKey.ts'

const timeout = 10_000

/** A function in place of an endpoint's URL: gets the request that the endpoint would get. */
export type WebhookHandler = (request: Request) => Response | Promise<Response>

/** Posts a delivery once, signed for now by the real clock; returns the status it was answered with, or null without an answer. */
export async function attemptDelivery(
  delivery: Delivery,
  handler: WebhookHandler | undefined,
  closing: AbortSignal,
): Promise<number | null> {
  try {
    // Loaded when first needed: an emulator without webhooks starts without it.
    const { Webhook } = await import('standardwebhooks')
    const timestamp = new Date()
    const signer = new Webhook(webhookKey(delivery.secret, delivery.key), { format: 'raw' })
    const request = new Request(delivery.url, {
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
    const response = handler ? await answerOf(handler, request) : await fetch(request)
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}

/** A handler has as long as an endpoint has. */
function answerOf(handler: WebhookHandler, request: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error))
    Promise.resolve(handler(request)).then(resolve, reject)
  })
}
