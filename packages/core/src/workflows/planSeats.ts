import { SeatsError, type SeatsIssue } from '../errors/SeatsError.ts'
import { assignIssues } from '../internal/assignIssues.ts'
import { indexRoster } from '../roster/indexRoster.ts'
import { isInvitationExpired } from '../roster/isInvitationExpired.ts'
import { recipientKey } from '../roster/recipientKey.ts'
import { seatOccupant } from '../roster/seatOccupant.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatAssignment } from '../schemas/SeatAssignment.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'

/** Who should be seated. Customer ids cannot be planned with: a roster does not tell whose seat is whose by them. */
export type PlannedSeat = Extract<
  SeatAssignment,
  { email: string } | { member_id: string } | { external_member_id: string }
>

export interface PlanSeatsOptions {
  /** Milliseconds, for the expiry of invitations. Default: `Date.now()`. */
  now?: number | undefined
  /** Whether the plan may take this seat away. Default: every seat. */
  manage?: ((seat: CustomerSeat) => boolean) | undefined
  /** More revokes than this are an error. Default: half of the seats in use, so that an empty list empties no team. */
  maxRevokes?: number | undefined
}

export interface SeatPlan {
  assign: PlannedSeat[]
  revoke: CustomerSeat[]
  /** Wanted, but their invitation has expired. */
  reinvite: CustomerSeat[]
  keep: CustomerSeat[]
  /** Wanted, but beyond the seats that there are. */
  shortfall: PlannedSeat[]
}

/**
 * What makes a roster the desired one: a pure comparison, which `applySeatPlan` carries out.
 *
 * @param desired Everyone who should have a seat, each named in one way: who is not on the roster yet cannot be seen to
 * be the same person by an address and by an id.
 * @throws SeatsError `RequestValidationError` for a person who cannot be planned with, `ConfigurationError` for a plan
 * that would revoke more than `maxRevokes`
 *
 * @example
 * ```ts
 * import { applySeatPlan, createSeatsClient, planSeats } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const directory = [{ email: 'ada@example.com' }, { email: 'grace@example.com' }]
 * const plan = planSeats(await client.listSeats(source), directory)
 * await applySeatPlan(client, { source, plan })
 * ```
 */
export function planSeats(
  roster: SeatsList,
  desired: PlannedSeat[],
  { now = Date.now(), manage = () => true, maxRevokes }: PlanSeatsOptions = {},
): SeatPlan {
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
  const missing: PlannedSeat[] = []
  const index = indexRoster(roster)
  for (const person of wanted.values()) {
    const seat = index.find(person)
    if (seat === undefined) missing.push(person)
    else seated.add(seat)
  }
  const revoke = active.filter((seat) => !seated.has(seat) && manage(seat))
  const limit = maxRevokes ?? Math.floor(active.length / 2)
  if (revoke.length > limit) {
    throw new SeatsError({
      code: 'ConfigurationError',
      detail: `This plan would revoke ${revoke.length} of ${active.length} seats, more than the ${limit} allowed. If that is meant, raise maxRevokes.`,
    })
  }
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

function plannedIssues(person: SeatAssignment, index: number): SeatsIssue[] {
  const issues = assignIssues({ ...person, subscription_id: anyId, order_id: undefined }, false)
  if (person.customer_id !== undefined || person.external_customer_id !== undefined) {
    issues.push({ type: 'value_error', loc: ['body'], msg: 'A customer id cannot be planned with', input: person })
  }
  return issues.map((issue) => ({ ...issue, loc: ['desired', index, ...issue.loc.slice(1)] }))
}

/** The source plays no part here. */
const anyId = '00000000-0000-4000-8000-000000000000'
