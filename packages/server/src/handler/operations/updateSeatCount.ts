import {
  cancelSeatCountChange,
  isSeatsError,
  updateSeatCount as update,
  type SeatCountPreview,
  type SeatSubscription,
} from '@seats/core'
import { pickSubscription } from '../../contract/pick.ts'
import { readSeatCount, readSeen, readSeenSubscription, refuseOthers } from '../../http/readSeatCount.ts'
import { invalid, Refusal } from '../../http/refusals.ts'
import { jsonResponse } from '../../http/respond.ts'
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
 * Buys or drops seats at the price that the user has confirmed. Compares and changes under one lock, so that two owners
 * cannot undo each other's change.
 */
export async function updateSeatCount(context: RequestContext): Promise<Outcome> {
  const { body, store, report, proration } = context
  if ('pending_update' in body) return takeBack(context)
  const seats = readSeatCount(body, ['seats', 'seen'])
  const next: ServeSubscription = async ({ subscription_id, grant, upstream }) => {
    const seen = readSeen(body, { subscription_id, seats })
    // The change is sent only if the count is still the one that was seen.
    checkDirection(grant, seen.from, seats)
    const source = { subscription_id }
    return withAudit(factsOfPurchase(seen, seen.dueNow), (setFacts) =>
      withSeatCountLock({ store, report, subscription_id, waitMs: lockWaitMs }, async ({ renew }) => {
        const beforeSend = async (price: SeatCountPreview | undefined) => {
          await renew()
          // The audit gets the amount that Polar names now, and not the one from the page.
          if (price) setFacts(factsOfPurchase(seen, price.dueNow))
        }
        const subscription = await upstream.changeSeatCount((client, { signal, timeout }) =>
          update(
            client,
            { subscription_id, seats, seen },
            { signal, timeout, maxWait: 0, behavior: proration, beforeSend },
          ).catch(throwAsConflict),
        )
        return { response: jsonResponse(pickSubscription(subscription)), news: { source } }
      }),
    )
  }
  return admitSubscription(context, next, seats)
}

/** Takes back a scheduled change: `{ "pending_update": null }`, as at Polar. A scheduled change of product stays. */
async function takeBack(context: RequestContext): Promise<Outcome> {
  const { body, route, store, report } = context
  refuseOthers(body, ['pending_update', 'seen'])
  if (body.pending_update !== null) throw invalid(['body', 'pending_update'], 'Input should be None', 'none_required')
  const seen = readSeenSubscription(body)
  const operation = 'cancelSeatCountChange'
  const asked = { ...context, route: { ...route, operation } as const }
  const next: ServeSubscription = async ({ subscription_id, upstream }) =>
    withAudit(undefined, (setFacts) =>
      withSeatCountLock({ store, report, subscription_id, waitMs: lockWaitMs }, async ({ renew }) => {
        let facts: Facts | undefined
        const beforeSend = async (found: SeatSubscription) => {
          await renew()
          // Keeps the facts of the first call. It is called again if another change is scheduled in between.
          setFacts((facts ??= factsOfTakeBack(found)))
        }
        const subscription = await upstream.changeSeatCount((client, { signal, timeout }) =>
          cancelSeatCountChange(client, { subscription_id, seen }, { signal, timeout, maxWait: 0, beforeSend }).catch(
            throwAsConflict,
          ),
        )
        return { response: jsonResponse(pickSubscription(subscription)), news: { source: { subscription_id } } }
      }),
    )
  return withFindings({ audit: { operation } }, () => admitSubscription(asked, next))
}

type Facts = Omit<SeatCountChange, 'outcome'>

const factsOfPurchase = ({ from, seats, behavior, currency, appliesAt }: SeatCountPreview, dueNow: number): Facts => ({
  from: from.seats,
  to: seats,
  behavior,
  previewedDue: dueNow,
  currency,
  appliesAt,
})

/** Taking back a scheduled change leads from the scheduled count to the present one. Nothing is charged. */
const factsOfTakeBack = ({
  seats,
  pending_update: pending,
  currency,
  current_period_start,
}: SeatSubscription): Facts => ({
  from: pending?.seats ?? 0,
  to: seats ?? 0,
  behavior: 'next_period',
  previewedDue: 0,
  currency,
  appliesAt: pending?.applies_at ?? current_period_start,
})

/**
 * Adds the outcome to the audit, with the facts of the change that are known by then.
 *
 * @param known The facts before the change. `setFacts` replaces them.
 */
async function withAudit(
  known: Facts | undefined,
  change: (setFacts: (facts: Facts) => void) => Promise<Outcome>,
): Promise<Outcome> {
  let facts = known
  const tell = (outcome: SeatCountChange['outcome']) =>
    facts === undefined ? {} : { seatCount: { ...facts, outcome } }
  try {
    const done = await change((newFacts) => {
      facts = newFacts
    })
    return { ...done, audit: tell('done') }
  } catch (error) {
    return { error, audit: tell(isSeatsError(error) && error.isAmbiguous ? 'unknown' : 'refused') }
  }
}

/** Throws an error again. If core found that the subscription is not as it was seen, the page gets a 409. */
function throwAsConflict(error: unknown): never {
  const isConflict = ['SeatCountChanged', 'SeatPriceChanged', 'SeatCountUnchanged'].some((code) =>
    isSeatsError(error, code),
  )
  throw isConflict && isSeatsError(error) ? new Refusal({ ...error, status: 409 }) : error
}
