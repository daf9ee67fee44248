import type { SeatPermissions, SeatSource } from '@seats/core'
import { readQuerySource, requireSource } from '../../http/readSource.ts'
import { jsonResponse } from '../../http/responses.ts'
import { checkSeatCountFields } from '../access/checkSeatCountGrant.ts'
import { allowsOperation } from '../access/checkGrant.ts'
import type { SeatsGrant } from '../access/SeatsGrant.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'

/**
 * Tells what the user may do with the seats of a source, and which occupant of the roster the user is. Does not call
 * Polar.
 */
export async function getSeatPermissions(context: RequestContext): Promise<Outcome> {
  const source = requireSource(readQuerySource(context.query), 'query')
  return admit(context, source, async ({ grant }) => {
    checkSeatCountFields(grant)
    return { response: jsonResponse(permissionsOf(grant, source)) }
  })
}

function permissionsOf(
  { operations, immediateClaim, seatCount, occupant }: SeatsGrant,
  source: SeatSource,
): SeatPermissions {
  const hasCount = source.subscription_id !== undefined
  const assignSeat = allowsOperation(operations, 'assignSeat')
  return {
    listSeats: allowsOperation(operations, 'listSeats'),
    assignSeat,
    immediateClaim: assignSeat && immediateClaim === true,
    revokeSeat: allowsOperation(operations, 'revokeSeat'),
    resendInvitation: allowsOperation(operations, 'resendInvitation'),
    getSubscription: hasCount && seatCount !== undefined,
    buySeats: hasCount && (seatCount === 'buy' || seatCount === 'change'),
    reduceSeats: hasCount && seatCount === 'change',
    // The guard has no operations on members, because with the organization's token any user could appoint owners.
    manageMembers: false,
    ...(occupant && { occupant }),
  }
}
