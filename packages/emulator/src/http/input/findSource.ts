import type { Context } from '../../domain/context/Context.ts'
import { badRequest, resourceNotFound, seatNotFound } from '../../domain/context/errors.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { seats } from '../../storage/seats/seats.ts'
import { sources } from '../../storage/seats/sources.ts'
import type { SeatRow, SourceRow } from '../../storage/database/rows.ts'
import type { OrganizationSubject, PortalSubject } from '../answers/Subject.ts'

/** The caller who reads or changes a roster. */
export type RosterCaller = OrganizationSubject | PortalSubject

interface SourceIds {
  subscription_id: string | null
  order_id: string | null
  checkout_id?: string | null
}

const owns = (caller: RosterCaller, source: SourceRow) =>
  caller.kind === 'organization'
    ? source.organization_id === caller.organizationId
    : source.customer_id === caller.customerId

/**
 * Returns the subscription or order that a call names. If the call names both, the subscription counts. A checkout
 * counts only in the portal, and only if the call names neither.
 * @throws PolarError if the caller may not see the source, or if the call names no source.
 */
export function findSource({ database }: Context, caller: RosterCaller, ids: SourceIds): SourceRow {
  const kind = ids.subscription_id ? 'subscription' : 'order'
  const id = ids.subscription_id ?? ids.order_id
  if (id) {
    const source = sources.byId(database, id)
    if (source?.kind === kind && owns(caller, source) && !stateMarks.has(database, id, 'deleted')) return source
    throw resourceNotFound(kind === 'subscription' ? 'Subscription not found' : 'Order not found')
  }
  if (ids.checkout_id && caller.kind === 'portal') {
    const source = sources.byCheckout(database, ids.checkout_id, caller.customerId)
    if (source && !stateMarks.has(database, source.id, 'deleted')) return source
    throw resourceNotFound('No subscription or order found for this checkout')
  }
  throw badRequest('Either subscription_id or order_id must be provided')
}

/** Returns the seat that a call names, and its source, if the caller may see the source. */
export function findSeat(
  { database }: Context,
  caller: RosterCaller,
  seatId: string,
): { seat: SeatRow; source: SourceRow } {
  const seat = seats.byId(database, seatId)
  const source = seat && sources.byId(database, seat.source_id)
  if (!seat || !source || !owns(caller, source) || stateMarks.has(database, source.id, 'without_product'))
    throw seatNotFound()
  return { seat, source }
}
