import { isObject } from '../../internal/runtime/is.ts'
import { throwIfIssues, sourceIssues } from '../../internal/input/inputIssues.ts'
import { call } from '../../internal/wire/call.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import type { Transport } from '../../internal/wire/Transport.ts'
import { sourceParameter } from '../../internal/wire/sourceParameter.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatPermissions, type SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { subscriptionPath } from '../count/subscriptionPath.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { getSessionUser } from './getSessionUser.ts'
import { isManagerRole, managesMembers } from './managesMembers.ts'

/**
 * Reads the user's permissions for the seats of a source, so that a page shows no button whose call would be refused.
 * The result is only for display: the server enforces the permissions.
 *
 * Through the guard, the permissions are those that `authorize` grants. With a session, they depend on the role and the
 * organization's settings. With an organization token, everything is allowed except to change members. The seat count
 * of an order cannot be changed, so nobody may change it.
 *
 * `occupant` identifies the user on the roster, so that a page can mark their row. Through the guard it is the
 * `occupant` of the grant; with a member's session, the member's id. It is missing if neither is known.
 *
 * @throws SeatsError `ResourceNotFound` for a source that is not the user's; `OperationNotGranted` if a grant with
 * `operations` does not have `getSeatPermissions` among them
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient, getSeatPermissions } from '@seats/core'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const { buySeats } = await getSeatPermissions(client, { source })
 * ```
 */
export async function getSeatPermissions(
  client: AnyClient,
  { source }: { source: SeatSource },
  options?: CallOptions,
): Promise<SeatPermissions> {
  throwIfIssues('getSeatPermissions', sourceIssues(source, 'query'))
  const transport = internalsOf(client)
  const { subscription_id } = source
  const isSubscription = subscription_id !== undefined
  if (transport.mode === 'organization')
    return createPermissions({ isManager: true, isSubscription, mayChangeCount: isSubscription })
  if (transport.mode === 'session') {
    const [user, subscription] = await Promise.all([
      getSessionUser(transport, options),
      isSubscription ? getPortalSubscription(transport, subscription_id, options) : undefined,
      // Polar has no cheaper call that shows whether an order belongs to the user.
      isSubscription ? undefined : client.listSeats(source, options),
    ])
    const { type, role, member_id } = user
    const isManager = type === 'customer' || isManagerRole(role)
    const settings = subscription?.product?.organization?.customer_portal_settings?.subscription
    const mayChangeCount = isManager && settings?.update_seats === true
    return {
      ...createPermissions({
        isManager,
        isSubscription,
        mayChangeCount,
        manageMembers: managesMembers(user),
      }),
      // A customer's session may belong to a company, and so says nothing about a person.
      ...(type === 'member' && member_id && { occupant: { member_id } }),
    }
  }
  const path = `${transport.seatsPath}/permissions?${sourceParameter(source)}`
  return call(
    transport,
    { operation: 'getSeatPermissions', method: 'GET', path, safe: true },
    isSeatPermissions,
    options,
  )
}

/** A subscription in the customer portal, with the setting that says whether customers may change the seat count. */
interface PortalSubscription {
  product?: { organization?: { customer_portal_settings?: { subscription?: { update_seats?: unknown } } } }
}

/** Checks only that the answer is an object, so that a page with a guard need not load the checks of a subscription. */
const getPortalSubscription = (transport: Transport, id: string, options?: CallOptions) =>
  call(
    transport,
    { operation: 'getSubscription', method: 'GET', path: subscriptionPath(transport, id), safe: true },
    (answer): answer is PortalSubscription => isObject(answer),
    options,
  )

interface PermissionFacts {
  isManager: boolean
  isSubscription: boolean
  mayChangeCount: boolean
  manageMembers?: boolean
}

const createPermissions = ({
  isManager,
  isSubscription,
  mayChangeCount,
  manageMembers = false,
}: PermissionFacts): SeatPermissions => ({
  // Every token and session of Polar may list seats.
  listSeats: true,
  assignSeat: isManager,
  immediateClaim: isManager,
  revokeSeat: isManager,
  resendInvitation: isManager,
  getSubscription: isSubscription,
  buySeats: mayChangeCount,
  reduceSeats: mayChangeCount,
  manageMembers,
})
