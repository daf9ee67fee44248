import type { Delivery } from '../../storage/webhooks/deliveries.ts'
import { isHandlerUrl } from '../contract/handlerUrl.ts'
import { webhookKey } from '../contract/webhookKey.ts'
import type { AttemptOutcome } from './AttemptOutcome.ts'
import { readBeginning } from './readBeginning.ts'

const timeoutMs = 10_000
const maxResponseCharacters = 2048

/** A function that takes the place of an endpoint's URL. It gets the requests that the endpoint would get. */
export type WebhookHandler = (request: Request) => Response | Promise<Response>

/**
 * Posts a delivery once. The signed timestamp is of the real clock, because receivers compare it with their own clock.
 */
export async function attemptDelivery(
  delivery: Delivery,
  handler: WebhookHandler | undefined,
  closing: AbortSignal,
): Promise<AttemptOutcome> {
  if (!handler && isHandlerUrl(delivery.url)) {
    return { code: null, response: 'The function of this endpoint is not in this process.' }
  }
  try {
    // Imported when the first webhook is sent, so that emulators without webhooks start faster.
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
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), closing]),
    })
    const response = handler ? await answerOf(handler, request) : await fetch(request)
    const text = await readBeginning(response, maxResponseCharacters)
    return { code: response.status, response: text || (response.ok ? null : refusalOf(response, delivery.url)) }
  } catch (error) {
    return { code: null, response: reasonOf(error) }
  }
}

/** Calls a handler, which has as much time as an endpoint. */
function answerOf(handler: WebhookHandler, request: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error))
    Promise.resolve(handler(request)).then(resolve, reject)
  })
}

const refusalOf = ({ status, statusText }: Response, url: string) =>
  `${status < 500 ? 'Client' : 'Server'} error '${status} ${statusText}' for url '${url}'`

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}
