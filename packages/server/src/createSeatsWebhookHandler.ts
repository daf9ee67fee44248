import { refusal, failed, Refusal } from './http/refusals.ts'
import { decodeUtf8 } from './http/decodeUtf8.ts'
import { errorResponse, jsonResponse } from './http/responses.ts'
import { createErrorReporter } from './internal/createErrorReporter.ts'
import type { SeatsWebhookHandlerOptions } from './SeatsWebhookHandlerOptions.ts'
import { defaultStore } from './store/defaultStore.ts'
import { createEventRecorder } from './webhooks/createEventRecorder.ts'
import { createVerifier } from './webhooks/createVerifier.ts'
import { eventAction } from './webhooks/eventAction.ts'
import { handleOnce } from './webhooks/handleOnce.ts'
import { readEvent } from './webhooks/readEvent.ts'
import { readRawBody } from './webhooks/readRawBody.ts'

/**
 * The largest body that is read. An event about a seat has less than 10 kB, and an event about a subscription with full
 * metadata has 100 to 300 kB.
 */
const bodyLimitBytes = 524_288

/**
 * Creates a handler for Polar's webhooks. It checks the signature over the raw body, ignores duplicates, updates the
 * index and the live streams, and calls your callbacks.
 *
 * It answers 200 after the callback has succeeded, 202 for an event type that it does not handle, 401 for a wrong
 * signature, 409 while the same event is being handled, and 500 if a callback, the store, the mirror or the recovery
 * failed. After a 409 or 500, Polar tries again, up to ten times. After ten events in a row that failed in all
 * attempts, Polar switches the endpoint off.
 *
 * Events may come twice or in the wrong order. Compare `modified_at` before you overwrite newer data.
 *
 * @param options The endpoint's secret and your callbacks.
 * @returns `(request: Request) => Promise<Response>`, which fits every framework. Give it the request with an unread
 * body.
 * @throws SeatsError `ConfigurationError` if a secret is missing or empty, or if there is an `onLapse` but no
 * `recovery`.
 * @see https://polar.sh/docs/integrate/webhooks/delivery
 *
 * @example
 * ```ts
 * import { createSeatsWebhookHandler } from '@seats/server'
 *
 * export const webhooks = createSeatsWebhookHandler({
 *   secret: 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0',
 *   on: {
 *     'customer_seat.claimed': async ({ data }) => console.log(`${data.email} joined`),
 *     'customer_seat.revoked': async ({ occupant }) => console.log(`${occupant?.email} left`),
 *   },
 * })
 * ```
 */
export function createSeatsWebhookHandler(
  options: SeatsWebhookHandlerOptions,
): (request: Request) => Promise<Response> {
  const { secret, on = {}, store = defaultStore() } = options
  const report = createErrorReporter(options.onError)
  const recorder = createEventRecorder(options, store)
  const verify = createVerifier(Array.isArray(secret) ? secret : [secret])

  const answer = async (request: Request) => {
    if (request.method !== 'POST') throw refusal(405, 'Method Not Allowed')
    const body = await readRawBody(request, bodyLimitBytes)
    if (!(await verify(body, request.headers))) throw refusal(401, 'The signature is missing, wrong or too old.')
    const action = eventAction(readEvent(decodeUtf8(body)), on, store, recorder)
    if (action === undefined) return jsonResponse({ status: 'ignored' }, 202)
    const id = request.headers.get('webhook-id') ?? ''
    if ((await handleOnce(store, id, action)) === 'done') return jsonResponse({ status: 'done' })
    throw refusal(409, 'This event is still being handled. Send it again later.')
  }

  return async (request) => {
    try {
      return await answer(request)
    } catch (error) {
      // Only a Refusal has the status that the answer should have. The status of another SeatsError, which a callback
      // may throw, comes from Polar.
      if (error instanceof Refusal) return errorResponse(error)
      report(error)
      return errorResponse(failed(false))
    }
  }
}
