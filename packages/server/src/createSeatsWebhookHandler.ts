import { readText } from './handler/readText.ts'
import { badRequest, failed, Refusal } from './handler/refusals.ts'
import { errorResponse, jsonResponse } from './handler/respond.ts'
import { createReport } from './internal/createReport.ts'
import { defaultStore } from './store/defaultStore.ts'
import type { SeatsStore } from './store/SeatsStore.ts'
import { createVerifier } from './webhooks/createVerifier.ts'
import { actionFor } from './webhooks/handleEvent.ts'
import { once } from './webhooks/once.ts'
import type { SeatsWebhookCallbacks } from './webhooks/SeatsWebhookEvents.ts'

export interface SeatsWebhookHandlerOptions {
  /** The endpoint's secret, of either kind (`whsec_…`, `polar_whs_…`). Several while one is being replaced. */
  secret: string | readonly string[]
  /** Callbacks by event type, called at least once for each event, and normally once; again after one that failed. */
  on?: SeatsWebhookCallbacks | undefined
  /** The one that `createSeatsHandler` has. Default: the process's own. */
  store?: SeatsStore | undefined
  /** Told what a callback or the store threw. Default: `console.error`. */
  onError?: ((error: unknown) => void) | undefined
}

/** A seat's events are below 10 kB, a subscription's with full metadata some 100 to 300; what is larger is not hashed. */
const limit = 524_288

/**
 * Receives Polar's webhooks: checks the signature over the raw body, drops duplicates, tells the live streams, and
 * calls you. Answers 200 for what is done, 202 for an event type that it does not know, 401 for a wrong signature and
 * 500 where a callback failed, upon which Polar tries again.
 *
 * Events may come twice or in the wrong order: compare `modified_at` before you overwrite something newer.
 *
 * @param options The endpoint's secret, and what to call.
 * @returns `(request: Request) => Promise<Response>`, for any framework. The body must not be parsed before it.
 * @throws SeatsError `ConfigurationError` for a secret that is missing or cut off.
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
  const report = createReport(options.onError)
  const verify = createVerifier(typeof secret === 'string' ? [secret] : secret)

  const answer = async (request: Request) => {
    if (request.method !== 'POST') throw badRequest(405, 'Method Not Allowed')
    const text = await readText(request, limit)
    if (!verify(text, request.headers)) throw badRequest(401, 'The signature is missing, wrong or too old.')
    const action = actionFor(readBody(text), on, store)
    if (action === undefined) return jsonResponse({ status: 'ignored' }, 202)
    const id = request.headers.get('webhook-id') ?? ''
    if ((await once(store, id, action)) === 'done') return jsonResponse({ status: 'done' })
    throw badRequest(409, 'This event is still being handled. Send it again later.')
  }

  return async (request) => {
    try {
      return await answer(request)
    } catch (error) {
      // By where it comes from: a callback may throw what a seats client threw, whose status is no answer here.
      if (error instanceof Refusal) return errorResponse(error)
      report(error)
      return errorResponse(failed())
    }
  }
}

function readBody(text: string): { type: string; timestamp: string; data: unknown } {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string') {
      const timestamp = 'timestamp' in body ? String(body.timestamp) : ''
      return { type: body.type, timestamp, data: 'data' in body ? body.data : undefined }
    }
  } catch {
    // Told below.
  }
  throw badRequest(422, 'The body is not an event.')
}
