import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import { backoff } from '../../internal/wire/retryDelay.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { isOnRosters } from '../../roster/isOnRosters.ts'
import { findSeat } from '../../roster/findSeat.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatAssign } from '../../schemas/SeatAssign.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { sendChange, wasAssignedBy, type LostCall } from './LostCall.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import { readAfter, settleLost, stillOpen } from './settleLost.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** Times that an assign is sent whose answers are lost. */
const maxAttempts = 4

interface SeatedPerson {
  /** Null if the person is seated, but is named by a customer id, which a roster does not tell. */
  seat: CustomerSeat | null
  created: boolean | null
}

/** Assigns a seat unless the person has one. The roster tells what became of an answer that was lost. */
export async function seatPerson(run: WorkflowRun, source: SeatSource, assignment: SeatInvitee): Promise<SeatedPerson> {
  const { client, signal } = run
  const lostCalls: LostCall[] = []
  // Without the signal after a lost answer: an abort would hide that the person may have a seat.
  const read = () => client.listSeats(source, { ...(lostCalls.length === 0 && { signal }), retry: false })
  const find = (roster: SeatsList): SeatedPerson | undefined => {
    const seat = findSeat(roster, assignment)
    return seat && { seat, created: lostCalls.length === 0 ? false : wasAssignedBy(lostCalls, seat) }
  }
  for (let attempt = 1; ; attempt++) {
    const before = lostCalls.at(-1)
    if (before !== undefined && signal?.aborted) throw before.error
    signal?.throwIfAborted()
    let refusal: SeatsError | undefined
    try {
      const sent = await sendChange(run, (options) =>
        client.assignSeat({ ...assignment, ...source } as SeatAssign, options),
      )
      if (sent.lost === undefined) return { seat: sent.answer, created: true }
      lostCalls.push(sent.lost)
    } catch (error) {
      if (before !== undefined && isSeatsError(error, 'RateLimited')) throw stillOpen(error, before.error)
      if (!isSeatsError(error)) throw before !== undefined && signal?.aborted ? before.error : error
      if (before === undefined && !tellsOfTheRoster(error)) throw error
      refusal = error
    }
    const lost = lostCalls.at(-1)
    const roster = await (lost ? readAfter(run, lost, read) : sendPatiently(run, read))
    const seated = find(roster)
    if (seated !== undefined) return seated
    if (refusal?.code === 'SeatAlreadyAssigned') return { seat: null, created: lost ? null : false }
    // A seat has become free since the refusal: the person's own one that is being renewed, for example.
    const isFreeNow = refusal?.code === 'SeatNotAvailable' && roster.available_seats > 0 && attempt < maxAttempts
    if (!isFreeNow && (refusal !== undefined || lost === undefined)) throw refusal
    if (lost !== undefined && attempt === maxAttempts) {
      if (!isOnRosters(assignment)) throw lost.error
      return settleLost(run, lost, read, find)
    }
    // The next attempt cannot seat them twice: Polar refuses a second seat for one person. An abort ends the pause.
    await sleep(backoff(run.retry, attempt + 1), signal).catch(() => {})
  }
}

/** Polar looks for a free seat first: `SeatNotAvailable` can hide that the person is seated. */
const tellsOfTheRoster = ({ code }: SeatsError) => code === 'SeatAlreadyAssigned' || code === 'SeatNotAvailable'
