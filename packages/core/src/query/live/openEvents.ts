import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { closeOnAbort } from '../../internal/runtime/closeOnAbort.ts'
import { findInternals } from '../../internal/wire/internals.ts'
import { sourceParameter } from '../../internal/wire/sourceParameter.ts'
import { runWithTimeout } from '../../internal/runtime/runWithTimeout.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'

/** Milliseconds to wait for an answer to begin. */
const openTimeoutMs = 10_000

/**
 * Opens a stream of the events of these sources. Abort the signal to end the stream, even after it is open. If the
 * stream is only cancelled, Firefox keeps the connection until the next byte arrives. Resolves with `none` if the
 * server has no events, and with `failed` if trying again later may succeed.
 */
export async function openEvents(
  client: SeatsClient,
  sources: SeatSource[],
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | 'none' | 'failed'> {
  const internals = findInternals(client)
  // Only @seats/server has events. A client with a token calls Polar itself, which has none. For an object that
  // `createSeatsClient` has not made, nothing is sent, and the query of the roster shows the error.
  if (internals?.mode !== 'guard') return 'none'
  const path = `/v1/customer-seats/events?${sources.map(sourceParameter).join('&')}`
  const answer = await runWithTimeout(signal, openTimeoutMs, async () =>
    closeOnAbort(await internals.requests.openStream(path, signal), signal),
  ).catch(() => undefined)
  if (answer instanceof ReadableStream) return answer
  if (answer === undefined) return 'failed'
  const { status } = answer
  return status === 404 || status === 405 || (status >= 200 && status < 300) ? 'none' : 'failed'
}
