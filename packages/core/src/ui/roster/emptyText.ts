import type { PanelMessages } from '../../messages/PanelMessages.ts'
import type { SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/** Returns the key of the text for an empty team. If the team has bought no seats, the text says so. */
export function emptyText(
  { total_seats }: Pick<SeatsList, 'total_seats'>,
  { assignSeat }: Pick<SeatPermissions, 'assignSeat'>,
): keyof PanelMessages['table'] & `empty${string}` {
  if (!assignSeat) return 'emptyReadOnly'
  return total_seats === 0 ? 'emptyWithoutSeats' : 'empty'
}
