import { SeatsError } from '../errors/SeatsError.ts'
import { noAnswer, type CallOptions } from '../internal/call.ts'
import { refuse, textIssues } from '../internal/inputIssues.ts'
import { internalsOf } from '../internal/internals.ts'
import { invitationPath } from '../internal/invitationPath.ts'

/**
 * Opens an invitation's claim stream: server-sent events of the seat's claim and of the benefits that follow.
 *
 * `createClaimFlow` reads it for you; this is for what passes the stream on, such as `@seats/server`.
 *
 * @param client The client of `createSeatsClient`, itself and not something wrapped around it.
 * @param options `signal` ends the stream, also after it is open; `timeout` is for its opening alone.
 * @throws SeatsError 404 for an invitation that cannot be claimed, `RateLimited` beyond ten streams a minute
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
  refuse('getClaimInfo', textIssues(invitationToken, ['path', 'invitation_token']))
  const requests = internalsOf(client)?.requests
  if (requests === undefined) {
    throw new SeatsError({ code: 'ConfigurationError', detail: 'Give the client that createSeatsClient returned.' })
  }
  const path = `${invitationPath(invitationToken)}/stream`
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), timeout)
  try {
    return await requests.openStream(path, {}, AbortSignal.any([late.signal, ...(signal ? [signal] : [])]))
  } catch (error) {
    if (error instanceof SeatsError) throw error
    signal?.throwIfAborted()
    const call = { operation: 'getClaimInfo', method: 'GET', path, safe: true } as const
    throw noAnswer(call, late.signal.aborted ? timeout : undefined, error)
  } finally {
    clearTimeout(timer)
  }
}
