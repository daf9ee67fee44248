import { seatRecipient } from '../../roster/seatRecipient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { seatAgain } from './seatAgain.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** Seats somebody again who lost this seat to a revoke that meant somebody else: at once if they had claimed it. */
export async function giveBack(run: WorkflowRun, source: SeatSource, seat: CustomerSeat): Promise<CustomerSeat | null> {
  const recipient = seatRecipient(seat)
  if (recipient === undefined) return null
  const failure = 'Someone who got or claimed this seat a moment ago has lost it, and could not be seated again'
  return seatAgain(run, source, { ...recipient, immediate_claim: seat.status === 'claimed' }, failure)
}
