import type { SeatsList } from '../../schemas/SeatsList.ts'

/** Shows a change before its answer. Returns the roster with the change, or the same roster if it changes nothing. */
export type Overlay = (roster: SeatsList) => SeatsList
