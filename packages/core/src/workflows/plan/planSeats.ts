import { SeatsError, type SeatsIssue } from '../../errors/SeatsError.ts'
import { assignIssues } from '../../internal/input/assignIssues.ts'
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

/** Who should be seated. Customer ids cannot be planned with: a roster does not tell whose seat is whose by them. */
export type PlanRecipient = Extract<
  SeatInvitee,
  { email: string } | { member_id: string } | { external_member_id: string }
>

export interface PlanSeatsOptions {
  /**
   * Milliseconds, for the expiry of invitations. Give `client.earliestNow()`. Default: `Date.now()`; `applySeatPlan`
   * looks again by the server's time before it renews.
   */
  now?: number | undefined
  /** Returns whether the plan may take this seat away. Default: every seat. Is not asked about a seat that nobody has. */
  manage?: ((seat: CustomerSeat) => boolean) | undefined
  /** People that the plan may revoke at most; more are an error. Default: half of those who have a seat. */
  maxRevokes?: number | undefined
  /** Lets `desired` be empty, which revokes everybody. Default `false`: an empty list is more often a failed query. */
  allowEmpty?: boolean | undefined
}

export interface SeatPlan {
  assign: PlanRecipient[]
  /** Seats of people who are not wanted, and seats that nobody has: a claim that overlaps a revoke can leave those. */
  revoke: CustomerSeat[]
  /** Wanted, but their invitation has expired. */
  reinvite: CustomerSeat[]
  keep: CustomerSeat[]
  /** Wanted, but beyond the seats that there are. */
  shortfall: PlanRecipient[]
}

/**
 * What makes a roster the desired one: a pure comparison, which `applySeatPlan` carries out.
 *
 * @param desired Everyone who should have a seat, each named in one way: who is not on the roster yet cannot be seen to
 * be the same person by an address and by an id.
 * @throws SeatsError `RequestValidationError` for a person who cannot be planned with. `ConfigurationError` for an empty
 * list without `allowEmpty`, for a plan that would revoke more than `maxRevokes`, and for a `maxRevokes` or `now` that
 * is not a number of 0 or more
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
  if (desired.length === 0 && !allowEmpty) throw emptyList()
  const issues = desired.flatMap(plannedIssues)
  if (issues.length > 0) {
    throw new SeatsError({
      code: 'RequestValidationError',
      detail: `${issues.length} of the desired people cannot be planned with: ${issues[0]?.msg}`,
      issues,
    })
  }
  const active = roster.seats.filter((seat) => seatOccupant(seat) !== null)
  const wanted = new Map(desired.map((person) => [recipientKey(person), person]))
  const seated = new Set<CustomerSeat>()
  const missing: PlanRecipient[] = []
  const index = indexRoster(roster)
  for (const person of wanted.values()) {
    const seat = index.find(person)
    if (seat === undefined) missing.push(person)
    else seated.add(seat)
  }
  const nobodys = active.filter(isNobodysSeat)
  const unwanted = active.filter((seat) => !seated.has(seat) && !isNobodysSeat(seat) && manage(seat))
  const people = active.length - nobodys.length
  const limit = maxRevokes ?? (desired.length === 0 ? Infinity : Math.floor(people / 2))
  if (unwanted.length > limit) throw tooManyRevokes(unwanted.length, people, limit)
  const revoke = [...unwanted, ...nobodys]
  const revoked = new Set(revoke)
  // Renewing takes a seat away too, for a moment.
  const isExpired = (seat: CustomerSeat) => isInvitationExpired(seat, { now }) && manage(seat)
  const free = Math.max(0, roster.total_seats - active.length + revoke.length)
  return {
    assign: missing.slice(0, free),
    revoke,
    reinvite: [...seated].filter(isExpired),
    keep: active.filter((seat) => !revoked.has(seat) && !(seated.has(seat) && isExpired(seat))),
    shortfall: missing.slice(free),
  }
}

function plannedIssues(person: SeatInvitee, index: number): SeatsIssue[] {
  const issues = assignIssues({ ...person, subscription_id: anyId, order_id: undefined }, false)
  if (person.customer_id !== undefined || person.external_customer_id !== undefined) {
    issues.push({ type: 'value_error', loc: ['body'], msg: 'A customer id cannot be planned with', input: person })
  }
  return issues.map((issue) => ({ ...issue, loc: ['desired', index, ...issue.loc.slice(1)] }))
}

const emptyList = () =>
  misconfigured(
    'The list of desired people is empty, so this plan would revoke everybody. If that is meant, give `allowEmpty: true`.',
  )

const tooManyRevokes = (count: number, people: number, limit: number) =>
  misconfigured(
    `This plan would revoke ${count} of ${people} seats, more than the ${limit} allowed. If that is meant, raise maxRevokes.`,
  )

/** The source plays no part here. */
const anyId = '00000000-0000-4000-8000-000000000000'
