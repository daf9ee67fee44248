import { isNobodysSeat } from '../../roster/isNobodysSeat.ts'
import { seatOccupant } from '../../roster/seatOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { PanelMessages } from '../../messages/PanelMessages.ts'

/** Returns the name to show for the occupant of a seat. */
export function rowName(seat: CustomerSeat, { common }: PanelMessages): string {
  if (isNobodysSeat(seat)) return common.nobody
  const occupant = seatOccupant(seat)
  return occupant?.name ?? occupant?.email ?? common.someone
}
