import { getSubscription, type CustomerSeat, type SeatsClient, type SeatSource } from '@seats/core'
import { LRUCache } from 'lru-cache'
import { microseconds } from '../internal/microseconds.ts'
import { assignedAtMicroseconds } from './assignedAtMicroseconds.ts'
import { causeOfRevoke, evidenceOf, type Evidence } from './causeOfRevoke.ts'
import type { SeatCause } from './SeatCause.ts'
import { readSubscriptionState, type SubscriptionState } from './SubscriptionState.ts'

/**
 * The options of each read. The time limit is short, because Polar waits only ten seconds for the answer to a webhook.
 */
const readOptions = { retry: false, timeout: 4_000 } as const

/**
 * The number of rosters that are kept. If Polar revokes 1,000 seats at once, it sends 1,000 events, and one roster
 * explains them all.
 */
const maxRosters = 50

export interface FoundCause {
  cause: SeatCause
  /** The times of the first and the last revoke that happened together with this one, in microseconds. */
  from?: number | undefined
  to?: number | undefined
  /** The state of the subscription, from the read that explained the revoke. Empty if nothing was read. */
  subscriptionStates: readonly SubscriptionState[]
}

export interface CauseFinder {
  /**
   * Resolves with the cause of a revoke, or with `unknown` if the cause is not certain, or if Polar cannot be reached.
   *
   * @param knownStates The states of the subscription that are known already.
   */
  findCause(seat: CustomerSeat, source: SeatSource, knownStates?: readonly SubscriptionState[]): Promise<FoundCause>
}

/** Creates an object that finds out why seats were revoked. It reads their rosters and their subscriptions. */
export function createCauseFinder(client: SeatsClient): CauseFinder {
  const recentEvidence = new LRUCache<string, Evidence>({ max: maxRosters })

  const evidenceAfter = async (revokedAt: number, source: SeatSource): Promise<Evidence> => {
    const key = source.subscription_id ?? source.order_id
    const earlierEvidence = recentEvidence.get(key)
    if (earlierEvidence !== undefined && newestChange(earlierEvidence.seats) >= revokedAt) return earlierEvidence
    const { subscription_id } = source
    const { seats } = await client.listSeats(source, readOptions)
    // The subscription is read after the roster. An older state of it could not explain every revoke on the roster.
    const subscription =
      subscription_id === undefined ? undefined : await getSubscription(client, { subscription_id }, readOptions)
    const evidence = evidenceOf(
      seats,
      [readSubscriptionState(subscription)].flatMap((subscriptionState) => subscriptionState ?? []),
    )
    recentEvidence.set(key, evidence)
    return evidence
  }

  return {
    async findCause(seat, source, knownStates = []) {
      // An order cannot lapse.
      if (source.order_id !== undefined) return { cause: 'person', subscriptionStates: [] }
      const revokedAt = microseconds(seat.revoked_at ?? '')
      if (Number.isNaN(revokedAt)) return { cause: 'unknown', subscriptionStates: [] }
      try {
        const evidence = await evidenceAfter(revokedAt, source)
        // If another person has got the row in the meantime, the roster no longer shows this revoke.
        const isShown = evidence.seats.some(
          (row) => row.id === seat.id && assignedAtMicroseconds(row) === assignedAtMicroseconds(seat),
        )
        const seats = isShown ? evidence.seats : [...evidence.seats, seat]
        const fullEvidence =
          isShown && knownStates.length === 0
            ? evidence
            : evidenceOf(seats, [...knownStates, ...evidence.subscriptionStates])
        const massRevoke = fullEvidence.massRevokes.find(({ from, to }) => from <= revokedAt && revokedAt <= to)
        const cause = causeOfRevoke(revokedAt, fullEvidence)
        return { cause, from: massRevoke?.from, to: massRevoke?.to, subscriptionStates: evidence.subscriptionStates }
      } catch {
        return { cause: 'unknown', subscriptionStates: [] }
      }
    },
  }
}

const newestChange = (seats: readonly CustomerSeat[]) =>
  seats.reduce((newest, { modified_at, created_at }) => Math.max(newest, microseconds(modified_at ?? created_at)), 0)
