import {
  cancelSeatCountChange,
  isSeatsError,
  updateSeatCount as updateInCore,
  type SeatCountPreview,
  type SeatSubscription,
} from '@seats/core'
import { pickSubscription } from '../../contract/pick.ts'
import { readSeatCount, readSeen, readSeenSubscription, refuseOtherFields } from '../../http/readSeatCount.ts'
import { invalid, Refusal } from '../../http/refusals.ts'
import { jsonResponse } from '../../http/responses.ts'
import { checkDirection } from '../access/checkSeatCountGrant.ts'
import type { SeatCountChange } from '../audit/AuditEvent.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { withFindings } from '../flow/withFindings.ts'
import { withSeatCountLock } from '../flow/withSeatCountLock.ts'
import { admitSubscription, type ServeSubscription } from './admitSubscription.ts'

/** Milliseconds to wait for another change of the same subscription. */
const lockWaitMs = 15_000

/**
 * Buys or drops seats at the price that the user has confirmed. Compares the price and changes the count under one
 * lock, so that two users cannot overwrite each other's change.
 */
export async function updateSeatCount(context: RequestContext): Promise<Outcome> {
  const { body, store, report, proration } = context
  if ('pending_update' in body) return cancelScheduledChange(context)
  const seats = readSeatCount(body, ['seats', 'seen'])
  const next: ServeSubscription = async ({ subscription_id, grant, upstream }) => {
    const seen = readSeen(body, { subscription_id, seats })
    // It is enough to check the count that the user saw: the change is sent only if the subscription still has it.
    checkDirection(grant, seen.from, seats)
    const source = { subscription_id }
    const change: AuditedChange = { facts: factsOfPurchase(seen, seen.dueNow) }
    return withAudit(change, () =>
      withSeatCountLock({ store, report, subscription_id, waitMs: lockWaitMs }, async ({ renew }) => {
        const beforeSend = async (price: SeatCountPreview | undefined) => {
          await renew()
          // The audit gets the amount that Polar names now, and not the amount from the page.
          if (price) change.facts = factsOfPurchase(seen, price.dueNow)
        }
        const subscription = await upstream.changeSeatCount((client, { signal, timeout }) =>
          updateInCore(
            client,
            { subscription_id, seats, seen },
            { signal, timeout, maxWait: 0, behavior: proration, beforeSend },
          ).catch(throwAsConflict),
        )
        return { response: jsonResponse(pickSubscription(subscription)), announcement: { source } }
      }),
    )
  }
  return admitSubscription(context, next, seats)
}

/**
 * Cancels a scheduled change of the seat count: `{ "pending_update": null }`, as at Polar. A scheduled change of the
 * product stays.
 */
async function cancelScheduledChange(context: RequestContext): Promise<Outcome> {
  const { body, route, store, report } = context
  refuseOtherFields(body, ['pending_update', 'seen'])
  if (body.pending_update !== null)
    throw invalid('not_allowed', ['body', 'pending_update'], 'Input should be None', 'none_required')
  const seen = readSeenSubscription(body)
  const operation = 'cancelSeatCountChange'
  const cancelContext = { ...context, route: { ...route, operation } as const }
  const next: ServeSubscription = async ({ subscription_id, upstream }) => {
    const change: AuditedChange = {}
    return withAudit(change, () =>
      withSeatCountLock({ store, report, subscription_id, waitMs: lockWaitMs }, async ({ renew }) => {
        const beforeSend = async (subscription: SeatSubscription) => {
          await renew()
          // `beforeSend` is called again if another change was scheduled in the meantime. The facts of the first call
          // stay.
          change.facts ??= factsOfCancellation(subscription)
        }
        const subscription = await upstream.changeSeatCount((client, { signal, timeout }) =>
          cancelSeatCountChange(client, { subscription_id, seen }, { signal, timeout, maxWait: 0, beforeSend }).catch(
            throwAsConflict,
          ),
        )
        return { response: jsonResponse(pickSubscription(subscription)), announcement: { source: { subscription_id } } }
      }),
    )
  }
  return withFindings({ audit: { operation } }, () => admitSubscription(cancelContext, next))
}

type ChangeFacts = Omit<SeatCountChange, 'outcome'>

/**
 * A change of the seat count, for the audit. Core calls `beforeSend` right before it sends a change, and names the
 * amount of a purchase or the change that is cancelled. `beforeSend` stores these facts here, so the audit has them
 * even if no answer comes.
 */
interface AuditedChange {
  facts?: ChangeFacts
}

const factsOfPurchase = (
  { from, seats, behavior, currency, appliesAt }: SeatCountPreview,
  dueNow: number,
): ChangeFacts => ({
  from: from.seats,
  to: seats,
  behavior,
  previewedDue: dueNow,
  currency,
  appliesAt,
})

/** A cancellation is recorded as a change from the scheduled count back to the present count. Nothing is charged. */
const factsOfCancellation = ({
  seats,
  pending_update: pending,
  currency,
  current_period_start,
}: SeatSubscription): ChangeFacts => ({
  from: pending?.seats ?? 0,
  to: seats ?? 0,
  behavior: 'next_period',
  previewedDue: 0,
  currency,
  appliesAt: pending?.applies_at ?? current_period_start,
})

/**
 * Adds the outcome and the facts of a change to the audit. If the change is refused before its facts are known, the
 * audit gets no seat count.
 */
async function withAudit(change: AuditedChange, send: () => Promise<Outcome>): Promise<Outcome> {
  const auditFields = (outcome: SeatCountChange['outcome']) =>
    change.facts === undefined ? {} : { seatCount: { ...change.facts, outcome } }
  try {
    return { ...(await send()), audit: auditFields('done') }
  } catch (error) {
    return { error, audit: auditFields(isSeatsError(error) && error.isAmbiguous ? 'unknown' : 'refused') }
  }
}

/**
 * Throws an error again. If the error says that the subscription is no longer as the user has seen it, it gets the
 * status 409.
 */
function throwAsConflict(error: unknown): never {
  const isConflict = ['SeatCountChanged', 'SeatPriceChanged', 'SeatCountUnchanged'].some((code) =>
    isSeatsError(error, code),
  )
  throw isConflict && isSeatsError(error) ? new Refusal({ ...error, status: 409 }) : error
}
