import { SeatsError } from '../errors/SeatsError.ts'
import type { CallOptions } from '../options/CallOptions.ts'
import { checkNumber } from '../internal/input/checkNumber.ts'
import { closeOnAbort } from '../internal/runtime/closeOnAbort.ts'
import { errorFromResponse } from '../internal/wire/errorFromResponse.ts'
import { invitationTokenIssues, throwIfIssues } from '../internal/input/inputIssues.ts'
import { internalsOf } from '../internal/wire/internals.ts'
import { invitationPath } from '../internal/wire/invitationPath.ts'
import { noAnswer } from '../internal/wire/noAnswer.ts'
import { runWithTimeout } from '../internal/runtime/runWithTimeout.ts'

/**
 * Opens an invitation's claim stream: server-sent events about the seat's claim and benefits.
 *
 * `createClaimFlow` reads this stream for you. Use this function to pass the stream on, as `@seats/server` does.
 *
 * @param client The client of `createSeatsClient`, or a spread of it.
 * @param options `signal` ends the stream, also after it is open. `timeout` limits only the time until the stream is
 * open.
 * @throws SeatsError 404 for an invitation that cannot be claimed, `RateLimited` for more than ten streams in a minute.
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 *
 * @example
 * ```ts
 * import { createSeatsClient, openClaimStream } from '@seats/core'
 *
 * const client = createSeatsClient({ environment: 'sandbox' })
 * const pass = async (invitationToken: string) =>
 *   new Response(await openClaimStream(client, invitationToken), { headers: { 'content-type': 'text/event-stream' } })
 * ```
 */
export async function openClaimStream(
  client: object,
  invitationToken: string,
  { signal, timeout = 10_000 }: Pick<CallOptions, 'signal' | 'timeout'> = {},
): Promise<ReadableStream<Uint8Array>> {
  throwIfIssues('getClaimInfo', invitationTokenIssues(invitationToken, ['path', 'invitation_token']))
  checkNumber('timeout', timeout, 0, 'milliseconds')
  const { requests, clock } = internalsOf(client)
  const path = `${invitationPath(invitationToken)}/stream`
  const wireCall = { operation: 'getClaimInfo', method: 'GET', path, safe: true } as const
  const controller = new AbortController()
  signal?.addEventListener('abort', () => controller.abort(signal.reason))
  try {
    const answer = await runWithTimeout(signal, timeout, async (timedSignal) =>
      closeOnAbort(await requests.openStream(path, controller.signal), timedSignal),
    )
    if (answer instanceof ReadableStream) return answer
    throw errorFromResponse(wireCall, answer, clock.now(), [invitationToken])
  } catch (error) {
    controller.abort()
    signal?.throwIfAborted()
    throw error instanceof SeatsError ? error : noAnswer(wireCall, error, timeout)
  }
}
