import type { SeatsList } from '../../schemas/SeatsList.ts'

/** A change as it is shown before its answer: the roster with it, or the same roster where it has no place. */
export type Overlay = (roster: SeatsList) => SeatsList
