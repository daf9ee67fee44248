import { misconfigured } from '../../internal/input/misconfigured.ts'
import { isObject } from '../../internal/runtime/is.ts'
import { call } from '../../internal/wire/call.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import { isCustomerSeat, type CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { AnyClient } from '../run/AnyClient.ts'

/**
 * Lists the seats of the signed-in user, both claimed seats and invitations, on all subscriptions and orders in the
 * user's grant. Needs `@seats/server`, which knows the user from the grant's `occupant`.
 *
 * @throws SeatsError `OperationNotGranted` if the grant has no `occupant`, or does not have `getMySeats` among its
 * `operations`; `ConfigurationError` for another client: use `listClaimedSubscriptions` with a member's session
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient, getMySeats } from '@seats/core'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const seats = await getMySeats(client)
 * console.log(seats.filter(({ status }) => status === 'pending').length, 'open invitations')
 * ```
 */
export async function getMySeats(client: AnyClient, options?: CallOptions): Promise<CustomerSeat[]> {
  const transport = internalsOf(client)
  if (transport.mode !== 'guard') {
    throw misconfigured(
      'getMySeats goes through @seats/server, which knows who is signed in. With a member’s session, use listClaimedSubscriptions.',
    )
  }
  const path = `${transport.seatsPath}/mine`
  const { items } = await call(
    transport,
    { operation: 'getMySeats', method: 'GET', path, safe: true },
    isSeatItems,
    options,
  )
  return items
}

const isSeatItems = (value: unknown): value is { items: CustomerSeat[] } =>
  isObject(value) && Array.isArray(value.items) && value.items.every(isCustomerSeat)
