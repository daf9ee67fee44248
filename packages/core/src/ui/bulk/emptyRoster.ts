import type { SeatsList } from '../../schemas/SeatsList.ts'

/** Stands for a roster that is not loaded yet. */
export const emptyRoster: SeatsList = { seats: [], total_seats: 0, available_seats: 0 }
