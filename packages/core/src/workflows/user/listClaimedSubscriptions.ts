import { SeatsError } from '../../errors/SeatsError.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatSubscription, type SeatSubscription } from '../../schemas/SeatSubscription.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { listPages, type Page } from '../run/listPages.ts'
import { requireSession } from '../run/requireSession.ts'
import { getSessionUser } from './getSessionUser.ts'

/**
 * Lists the subscriptions on which the person of this session has claimed a seat. Orders are not in the list, and
 * neither are subscriptions on which the person has only a pending invitation.
 *
 * @param options the options of every call; `limit`, subscriptions on each page, 100 by default and at most
 * @throws SeatsError `MemberSessionRequired` for a customer's session if the organization uses the member model: Polar
 * would list the whole team's subscriptions
 * @see https://polar.sh/docs/api-reference/customer-portal/seats/list-subscriptions
 *
 * @example
 * ```ts
 * import { createSeatsClient, listClaimedSubscriptions } from '@seats/core'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * for await (const { product } of await listClaimedSubscriptions(client)) console.log(product?.name)
 * ```
 */
export async function listClaimedSubscriptions(
  client: AnyClient,
  { limit = 100, ...options }: CallOptions & { limit?: number | undefined } = {},
): Promise<Page<SeatSubscription>> {
  const transport = requireSession(client, 'Claimed subscriptions')
  const path = '/v1/customer-portal/seats/subscriptions'
  const page = await listPages(
    transport,
    { operation: 'listClaimedSubscriptions', path, isItem: isSeatSubscription, limit },
    options,
  )
  const usesMemberModel = page.items.some(
    ({ product }) => product?.organization?.organization_features?.member_model_enabled === true,
  )
  if (usesMemberModel && (await getSessionUser(transport, options)).type === 'customer') {
    throw new SeatsError({
      code: 'MemberSessionRequired',
      operation: 'listClaimedSubscriptions',
      detail:
        'This session is the customer’s, so Polar lists the subscriptions of the whole team. Open a session with `member_id` to list one person’s.',
    })
  }
  return page
}
