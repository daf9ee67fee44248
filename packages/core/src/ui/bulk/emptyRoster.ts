import type { SeatsList } from '../../schemas/SeatsList.ts'

/** Used in place of a roster that is not loaded yet. */
export const emptyRoster: SeatsList = { seats: [], total_seats: 0, available_seats: 0 }
