import { SeatsError, type SeatsIssue } from '../../errors/SeatsError.ts'
import { recipientIssues } from '../../internal/input/assignIssues.ts'
import { inputIssue } from '../../internal/input/inputIssues.ts'
import { checkNumber } from '../../internal/input/checkNumber.ts'
import { checkTime } from '../../internal/input/checkTime.ts'
import { misconfigured } from '../../internal/input/misconfigured.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import { isNobodysSeat } from '../../roster/isNobodysSeat.ts'
import { isInvitationExpired } from '../../roster/isInvitationExpired.ts'
import { recipientKey } from '../../roster/recipientKey.ts'
import { seatOccupant } from '../../roster/seatOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/** A person who should have a seat. Customer ids cannot be used, because not every roster has the customer ids of its occupants. */
export type PlanRecipient = Extract<
  SeatInvitee,
  { email: string } | { member_id: string } | { external_member_id: string }
>

export interface PlanSeatsOptions {
  /**
   * The time in milliseconds that decides which invitations have expired. Give `client.earliestNow()`. Default:
   * `Date.now()`. Before it renews an invitation, `applySeatPlan` checks the expiry again by the server's time.
   */
  now?: number | undefined
  /**
   * Returns whether the plan may revoke this seat, or renew its invitation. Default: the plan may do so with every
   * seat. Not called for a claimed seat without an occupant (see `isNobodysSeat`).
   */
  manage?: ((seat: CustomerSeat) => boolean) | undefined
  /**
   * The largest number of people whose seat the plan may revoke. `planSeats` throws if there are more. Default: half of
   * the people who have a seat, or no limit if `desired` is empty and `allowEmpty` is true.
   */
  maxRevokes?: number | undefined
  /**
   * Allows an empty `desired`, which revokes everybody. Default `false`, because an empty list often comes from a bug.
   */
  allowEmpty?: boolean | undefined
}

export interface SeatPlan {
  /** Desired people who have no seat, as far as seats are free after the revokes. */
  assign: PlanRecipient[]
  /** Seats of people who are not desired, and claimed seats without an occupant (see `isNobodysSeat`). */
  revoke: CustomerSeat[]
  /** Seats of desired people whose invitation has expired. */
  reinvite: CustomerSeat[]
  /** Seats that stay as they are. */
  keep: CustomerSeat[]
  /** Desired people for whom no seat is free after the revokes. */
  shortfall: PlanRecipient[]
}

/**
 * Compares a roster with the people who should have seats, and returns the changes that are needed. Sends no request:
 * `applySeatPlan` carries the plan out.
 *
 * @param desired Everybody who should have a seat. Name each person once. As long as a person is not on the roster, an
 * address and an id of this person look like two people.
 * @throws SeatsError `RequestValidationError` for a person with an invalid identifier or a customer id.
 * `ConfigurationError` for an empty list without `allowEmpty`, for a plan that would revoke more than `maxRevokes`, and
 * for a `maxRevokes` or `now` that is not a number of 0 or more.
 *
 * @example
 * ```ts
 * import { applySeatPlan, createSeatsClient, planSeats } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const directory = [{ email: 'ada@example.com' }, { email: 'grace@example.com' }]
 * const roster = await client.listSeats(source)
 * const plan = planSeats(roster, directory, { now: client.earliestNow() })
 * await applySeatPlan(client, { source, plan })
 * ```
 */
export function planSeats(
  roster: SeatsList,
  desired: PlanRecipient[],
  { now = Date.now(), manage = () => true, maxRevokes, allowEmpty = false }: PlanSeatsOptions = {},
): SeatPlan {
  checkTime(now)
  checkNumber('maxRevokes', maxRevokes, 0, 'people')
  if (desired.length === 0 && !allowEmpty) throw emptyListError()
  const issuesByPerson = desired.map(desiredIssues).filter((personIssues) => personIssues.length > 0)
  if (issuesByPerson.length > 0) {
    const issues = issuesByPerson.flat()
    throw new SeatsError({
      code: 'RequestValidationError',
      detail: `${issuesByPerson.length} of the desired people cannot be used in a plan: ${issues[0]?.msg}`,
      issues,
    })
  }
  const takenSeats = roster.seats.filter((seat) => seatOccupant(seat) !== null)
  const desiredByKey = new Map(desired.map((person) => [recipientKey(person), person]))
  const desiredSeats = new Set<CustomerSeat>()
  const peopleWithoutSeat: PlanRecipient[] = []
  const index = indexRoster(roster)
  for (const person of desiredByKey.values()) {
    const seat = index.find(person)
    if (seat === undefined) peopleWithoutSeat.push(person)
    else desiredSeats.add(seat)
  }
  const seatsOfNobody = takenSeats.filter(isNobodysSeat)
  const undesiredSeats = takenSeats.filter((seat) => !desiredSeats.has(seat) && !isNobodysSeat(seat) && manage(seat))
  const seatedCount = takenSeats.length - seatsOfNobody.length
  const revokeLimit = maxRevokes ?? (desired.length === 0 ? Infinity : Math.floor(seatedCount / 2))
  if (undesiredSeats.length > revokeLimit) throw tooManyRevokesError(undesiredSeats.length, seatedCount, revokeLimit)
  const seatsToRevoke = [...undesiredSeats, ...seatsOfNobody]
  const revokedSeats = new Set(seatsToRevoke)
  // A renewal revokes the seat for a moment, so `manage` must allow it too.
  const isExpired = (seat: CustomerSeat) => isInvitationExpired(seat, { now }) && manage(seat)
  const freeCount = Math.max(0, roster.total_seats - takenSeats.length + seatsToRevoke.length)
  return {
    assign: peopleWithoutSeat.slice(0, freeCount),
    revoke: seatsToRevoke,
    reinvite: [...desiredSeats].filter(isExpired),
    keep: takenSeats.filter((seat) => !revokedSeats.has(seat) && !(desiredSeats.has(seat) && isExpired(seat))),
    shortfall: peopleWithoutSeat.slice(freeCount),
  }
}

function desiredIssues(person: SeatInvitee, index: number): SeatsIssue[] {
  const issues = recipientIssues(person)
  if (person.customer_id !== undefined || person.external_customer_id !== undefined) {
    issues.push(inputIssue('customer_id_in_plan', ['body'], 'A customer id cannot be used in a plan', person))
  }
  return issues.map((issue) => ({ ...issue, loc: ['desired', index, ...issue.loc.slice(1)] }))
}

const emptyListError = () =>
  misconfigured(
    'The list of desired people is empty, so this plan would revoke everybody. If that is meant, give `allowEmpty: true`.',
  )

const tooManyRevokesError = (count: number, seatedCount: number, limit: number) =>
  misconfigured(
    `This plan would revoke ${count} of ${seatedCount} seats, more than the ${limit} allowed. If that is meant, raise maxRevokes.`,
  )
