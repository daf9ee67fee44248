import { decodeUtf8 } from './http/readText.ts'
import { badRequest, failed, Refusal } from './http/refusals.ts'
import { errorResponse, jsonResponse } from './http/respond.ts'
import { createReport } from './internal/createReport.ts'
import { defaultStore } from './store/defaultStore.ts'
import type { SeatsStore } from './store/SeatsStore.ts'
import { createVerifier } from './webhooks/createVerifier.ts'
import { actionFor } from './webhooks/actionFor.ts'
import { once } from './webhooks/once.ts'
import { bodyEaten, readRawBody } from './webhooks/readRawBody.ts'
import type { SeatsWebhookCallbacks } from './webhooks/SeatsWebhookEvents.ts'

export interface SeatsWebhookHandlerOptions {
  /**
   * The endpoint's secret: `whsec_…`, `polar_whs_…` or a text of your own. Give several while one is being replaced.
   * Blanks, line breaks and quotes around a secret are dropped.
   */
  secret: string | readonly string[]
  /** Callbacks by event type, called at least once for each event, and normally once; again after one that failed. */
  on?: SeatsWebhookCallbacks | undefined
  /** The one that `createSeatsHandler` has. Default: the process's own. */
  store?: SeatsStore | undefined
  /**
   * Told of each error that a callback or the store throws, and once if something reads the bodies before this handler
   * does. Default: `console.error`.
   */
  onError?: ((error: unknown) => void) | undefined
}

/** A seat's event is below 10 kB, a subscription's with full metadata 100 to 300 kB. A larger body is not hashed. */
const bodyLimitBytes = 524_288

/**
 * Receives Polar's webhooks: checks the signature over the raw body, drops duplicates, tells the live streams, and
 * calls your callbacks. Answers 200 once the callbacks are done, 202 for an unknown event type, 401 for a wrong
 * signature and 500 if a callback failed. Then Polar tries again, up to ten times; after ten events in a row that failed
 * for good it switches the endpoint off.
 *
 * Events may come twice or in the wrong order: compare `modified_at` before you overwrite something newer.
 *
 * @param options The endpoint's secret, and your callbacks.
 * @returns `(request: Request) => Promise<Response>`, for any framework. Nothing may read the body before it.
 * @throws SeatsError `ConfigurationError` if a secret is missing or empty.
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
  const verify = createVerifier(Array.isArray(secret) ? secret : [secret])
  let isParserReported = false

  const answer = async (request: Request) => {
    if (request.method !== 'POST') throw badRequest(405, 'Method Not Allowed')
    const body = await readRawBody(request, bodyLimitBytes)
    if (body === 'eaten') {
      if (!isParserReported) report(bodyEaten())
      isParserReported = true
      throw failed()
    }
    if (!(await verify(body, request.headers))) throw badRequest(401, 'The signature is missing, wrong or too old.')
    const action = actionFor(readEvent(decodeUtf8(body)), on, store)
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

function readEvent(text: string): { type: string; timestamp: string; data: unknown } {
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
