import { throwIfIssues, sourceIssues } from '../../internal/input/inputIssues.ts'
import { misconfigured } from '../../internal/input/misconfigured.ts'
import { call } from '../../internal/wire/call.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import { sourceParameter } from '../../internal/wire/sourceParameter.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatAccess, type SeatAccess } from '../../schemas/SeatAccess.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { AnyClient } from '../run/AnyClient.ts'

/**
 * Reads whether the signed-in user has a seat that gives access. Needs `@seats/server`, which knows the user from the
 * grant's `occupant`. This call protects nothing: protect a route with `createSeatGate` of `@seats/server`.
 *
 * @throws SeatsError `OperationNotGranted` if the grant has no `occupant`, or does not have `getSeatAccess` among its
 * `operations`; `ResourceNotFound` for a source that is not the user's; `ConfigurationError` for another client
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient, getSeatAccess } from '@seats/core'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const { seated, reason } = await getSeatAccess(client, { source })
 * ```
 */
export async function getSeatAccess(
  client: AnyClient,
  { source }: { source: SeatSource },
  options?: CallOptions,
): Promise<SeatAccess> {
  throwIfIssues('getSeatAccess', sourceIssues(source, 'query'))
  const transport = internalsOf(client)
  if (transport.mode !== 'guard') {
    throw misconfigured(
      'getSeatAccess goes through @seats/server, which knows who is signed in. In your backend, use its createSeatGate.',
    )
  }
  const path = `${transport.seatsPath}/access?${sourceParameter(source)}`
  return call(transport, { operation: 'getSeatAccess', method: 'GET', path, safe: true }, isSeatAccess, options)
}
