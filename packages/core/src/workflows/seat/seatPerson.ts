import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import { randomPause } from '../../internal/wire/retryDelay.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { canRosterShow } from '../../roster/canRosterShow.ts'
import { findSeat } from '../../roster/findSeat.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatAssign } from '../../schemas/SeatAssign.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { sendChange, type LostCall } from './sendChange.ts'
import { wasAssignedBy } from './wasAssignedBy.ts'
import { sendWithRateLimitWait } from '../run/sendWithRateLimitWait.ts'
import { readAfterLoss, settleLost, stillAmbiguous } from './settleLost.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** The largest number of times that the assign is sent, after lost answers and after `SeatNotAvailable`. */
const maxAttempts = 4

interface SeatedPerson {
  /**
   * Null if Polar says that the person has a seat, but the roster does not show it. For example, the person is named by
   * a customer id.
   */
  seat: CustomerSeat | null
  created: boolean | null
}

/**
 * Seats a person, or returns the seat that they have. After a lost answer, reads the roster to find out what happened.
 */
export async function seatPerson(run: WorkflowRun, source: SeatSource, invitee: SeatInvitee): Promise<SeatedPerson> {
  const { client, signal } = run
  const lostCalls: LostCall[] = []
  // After a lost answer, an abort must not stop the read, because the person may have got a seat.
  const read = () => client.listSeats(source, { ...(lostCalls.length === 0 && { signal }), retry: false })
  const find = (roster: SeatsList): SeatedPerson | undefined => {
    const seat = findSeat(roster, invitee)
    return seat && { seat, created: lostCalls.length === 0 ? false : wasAssignedBy(lostCalls, seat) }
  }
  for (let attempt = 1; ; attempt++) {
    const earlierLostCall = lostCalls.at(-1)
    if (earlierLostCall !== undefined && signal?.aborted) throw earlierLostCall.error
    signal?.throwIfAborted()
    let refusal: SeatsError | undefined
    try {
      const sentAssign = await sendChange(run, (options) =>
        client.assignSeat({ ...invitee, ...source } as SeatAssign, options),
      )
      if (sentAssign.lostCall === undefined) return { seat: sentAssign.answer, created: true }
      lostCalls.push(sentAssign.lostCall)
    } catch (error) {
      if (earlierLostCall !== undefined && isSeatsError(error, 'RateLimited'))
        throw stillAmbiguous(error, earlierLostCall.error)
      if (!isSeatsError(error)) throw earlierLostCall !== undefined && signal?.aborted ? earlierLostCall.error : error
      if (earlierLostCall === undefined && !dependsOnRoster(error)) throw error
      refusal = error
    }
    const lostCall = lostCalls.at(-1)
    const roster = await (lostCall ? readAfterLoss(run, lostCall, read) : sendWithRateLimitWait(run, read))
    const seatedPerson = find(roster)
    if (seatedPerson !== undefined) return seatedPerson
    if (refusal?.code === 'SeatAlreadyAssigned') return { seat: null, created: lostCall ? null : false }
    // A seat has become free since the refusal, for example because another process renews this person's invitation. A
    // renewal revokes the seat, then assigns it again.
    const canTryFreedSeat = refusal?.code === 'SeatNotAvailable' && roster.available_seats > 0 && attempt < maxAttempts
    if (!canTryFreedSeat && (refusal !== undefined || lostCall === undefined)) throw refusal
    if (lostCall !== undefined && attempt === maxAttempts) {
      if (!canRosterShow(invitee)) throw lostCall.error
      return settleLost(run, lostCall, read, find)
    }
    // Another attempt cannot seat the person twice, because Polar refuses a second seat. An abort ends the pause.
    await sleep(randomPause(run.retry, attempt + 1), signal).catch(() => {})
  }
}

/**
 * Returns whether the roster must be read to understand this refusal. A person with a seat can get `SeatNotAvailable`
 * too, because Polar looks for a free seat first.
 */
const dependsOnRoster = ({ code }: SeatsError) => code === 'SeatAlreadyAssigned' || code === 'SeatNotAvailable'
