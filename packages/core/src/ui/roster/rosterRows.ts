import { invitationLifetimeMs } from '../../internal/runtime/invitationLifetimeMs.ts'
import { isOptimisticSeat } from '../../query/roster/optimisticSeat.ts'
import { isInvitationExpired } from '../../roster/isInvitationExpired.ts'
import { isNobodysSeat } from '../../roster/isNobodysSeat.ts'
import { seatOccupant } from '../../roster/seatOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import { hueOf } from '../people/hueOf.ts'
import { initialsOf } from '../people/initialsOf.ts'
import type { PanelMessages } from '../../messages/PanelMessages.ts'
import type { RosterRow } from './RosterRow.ts'
import { rowName } from './rowName.ts'
import type { RowStatus } from './RowStatus.ts'

/** The options of `rosterRows`. */
export interface RowsOptions {
  /** The current time in milliseconds, which decides whether an invitation has expired. */
  now: number
  /** The ids of the signed-in user's seats. */
  yours?: ReadonlySet<string> | undefined
}

/** Returns a row for each seat that is not revoked. */
export const rosterRows = (
  seats: readonly CustomerSeat[],
  { now, yours }: RowsOptions,
  messages: PanelMessages,
): RosterRow[] =>
  seats.flatMap((seat) => {
    if (seat.status === 'revoked') return []
    const address = seatOccupant(seat)?.email ?? null
    const name = rowName(seat, messages)
    return {
      seat,
      status: statusOf(seat, now),
      name,
      address: name === address ? null : address,
      initials: initialsOf(name),
      hue: hueOf(address ?? name),
      since: sinceOf(seat),
      isYou: yours?.has(seat.id) ?? false,
    }
  })

function statusOf(seat: CustomerSeat, now: number): RowStatus {
  if (isOptimisticSeat(seat)) return 'saving'
  if (isNobodysSeat(seat)) return 'nobody'
  if (isInvitationExpired(seat, { now })) return 'expired'
  if (seat.status === 'claimed') return 'claimed'
  return seat.status === 'pending' ? 'pending' : 'other'
}

/**
 * Returns the time for the field `since`. Polar reuses a seat for the next person, so `created_at` can be about an
 * earlier occupant. The time at which an invitation expires tells when the invitation was sent.
 */
function sinceOf({ status, claimed_at, invitation_token_expires_at: expires, created_at }: CustomerSeat): string {
  if (status === 'claimed') return claimed_at ?? created_at
  return expires === null ? created_at : new Date(Date.parse(expires) - invitationLifetimeMs).toISOString()
}
