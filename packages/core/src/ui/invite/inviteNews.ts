import type { SeatsError } from '../../errors/SeatsError.ts'
import { baseRoster } from '../../query/roster/optimisticSeat.ts'
import { findSeat } from '../../roster/findSeat.ts'
import type { SeatRecipient } from '../../schemas/SeatRecipient.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/**
 * Tells what a new roster says about an invitation that failed. `done`: the answer was lost, and the person is on the
 * roster. `over`: the reason for the error is gone, such as the seat that the person had already.
 */
export function inviteNews(
  error: SeatsError,
  recipient: SeatRecipient,
  before: SeatsList | undefined,
  after: SeatsList,
): 'done' | 'over' | undefined {
  const [was, is] = [baseRoster(before), baseRoster(after)]
  if (is === undefined) return undefined
  if (error.isAmbiguous) return findSeat(is, recipient) ? 'done' : undefined
  if (was === undefined) return undefined
  if (error.code === 'SeatAlreadyAssigned')
    return findSeat(was, recipient) && !findSeat(is, recipient) ? 'over' : undefined
  if (error.code === 'SeatNotAvailable') return was.available_seats === 0 && is.available_seats > 0 ? 'over' : undefined
  return undefined
}
