import type { Context } from '../../domain/context/Context.ts'
import { badRequest, resourceNotFound, seatNotFound } from '../../domain/context/errors.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { seats } from '../../storage/seats/seats.ts'
import { sources } from '../../storage/seats/sources.ts'
import type { SeatRow, SourceRow } from '../../storage/database/rows.ts'
import type { OrganizationSubject, PortalSubject } from '../answers/Subject.ts'

/** The caller for whom a roster is read or changed. */
export type Owner = OrganizationSubject | PortalSubject

interface SourceIds {
  subscription_id: string | null
  order_id: string | null
  checkout_id?: string | null
}

const owns = (owner: Owner, source: SourceRow) =>
  owner.kind === 'organization'
    ? source.organization_id === owner.organizationId
    : source.customer_id === owner.customerId

/**
 * Returns the subscription or order that a call names. If the call names both, the subscription counts. A checkout
 * counts only in the portal, and only if the call names neither.
 * @throws PolarError if the caller may not see the source, or if the call names none.
 */
export function findSource({ database }: Context, owner: Owner, ids: SourceIds): SourceRow {
  const kind = ids.subscription_id ? 'subscription' : 'order'
  const id = ids.subscription_id ?? ids.order_id
  if (id) {
    const source = sources.byId(database, id)
    if (source?.kind === kind && owns(owner, source) && !stateMarks.has(database, id, 'deleted')) return source
    throw resourceNotFound(kind === 'subscription' ? 'Subscription not found' : 'Order not found')
  }
  if (ids.checkout_id && owner.kind === 'portal') {
    const source = sources.byCheckout(database, ids.checkout_id, owner.customerId)
    if (source && !stateMarks.has(database, source.id, 'deleted')) return source
    throw resourceNotFound('No subscription or order found for this checkout')
  }
  throw badRequest('Either subscription_id or order_id must be provided')
}

/** Returns the seat that a call names, and its source, if the caller may see the source. */
export function findSeat({ database }: Context, owner: Owner, seatId: string): { seat: SeatRow; source: SourceRow } {
  const seat = seats.byId(database, seatId)
  const source = seat && sources.byId(database, seat.source_id)
  if (!seat || !source || !owns(owner, source) || stateMarks.has(database, source.id, 'without_product'))
    throw seatNotFound()
  return { seat, source }
}
