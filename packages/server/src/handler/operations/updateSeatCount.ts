import {
  cancelSeatCountChange,
  isSeatsError,
  updateSeatCount as update,
  type SeatCountPreview,
  type SeatSubscription,
} from '@seats/core'
import { pickSubscription } from '../../contract/pick.ts'
import { readSeatCount, readSeen, refuseOthers } from '../../http/readSeatCount.ts'
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
    return withAudit(seen, (setDue) =>
      withSeatCountLock({ store, report, subscription_id, waitMs: lockWaitMs }, async ({ renew }) => {
        const beforeSend = async (price: SeatCountPreview | undefined) => {
          await renew()
          if (price) setDue(price.dueNow)
        }
        const subscription = await upstream.change((client, { signal, timeout }) =>
          update(
            client,
            { subscription_id, seats, seen },
            { signal, timeout, maxWait: 0, behavior: proration, beforeSend },
          ).catch(refuseWhatIsNew),
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
  refuseOthers(body, ['pending_update'])
  if (body.pending_update !== null) throw invalid(['body', 'pending_update'], 'Input should be None', 'none_required')
  const operation = 'cancelSeatCountChange'
  const asked = { ...context, route: { ...route, operation } as const }
  const next: ServeSubscription = async ({ subscription_id, upstream }) =>
    withSeatCountLock({ store, report, subscription_id, waitMs: lockWaitMs }, async ({ renew }) => {
      const subscription: SeatSubscription = await upstream.change((client, { signal, timeout }) =>
        cancelSeatCountChange(client, { subscription_id }, { signal, timeout, maxWait: 0, beforeSend: renew }),
      )
      return { response: jsonResponse(pickSubscription(subscription)), news: { source: { subscription_id } } }
    })
  return withFindings({ audit: { operation } }, () => admitSubscription(asked, next))
}

/** Adds the change and its outcome to the audit. The amount is Polar's of that moment, once it is known. */
async function withAudit(
  seen: SeatCountPreview,
  change: (setDue: (amount: number) => void) => Promise<Outcome>,
): Promise<Outcome> {
  let previewedDue = seen.dueNow
  const tell = (outcome: SeatCountChange['outcome']) => ({
    seatCount: {
      from: seen.from.seats,
      to: seen.seats,
      behavior: seen.behavior,
      previewedDue,
      currency: seen.currency,
      appliesAt: seen.appliesAt,
      outcome,
    },
  })
  try {
    return { ...(await change((amount) => void (previewedDue = amount))), audit: tell('done') }
  } catch (error) {
    return { error, audit: tell(isSeatsError(error) && error.isAmbiguous ? 'unknown' : 'refused') }
  }
}

/** The client's own refusals have no status. The page gets them as conflicts. */
function refuseWhatIsNew(error: unknown): never {
  const isNew = ['SeatCountChanged', 'SeatPriceChanged', 'SeatCountUnchanged'].some((code) => isSeatsError(error, code))
  throw isNew && isSeatsError(error) ? new Refusal({ ...error, status: 409 }) : error
}
