import { assignIssues } from '../internal/assignIssues.ts'
import type { SeatAssignment } from '../schemas/SeatAssignment.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { arrivalOf, type Arrival } from './optimisticSeat.ts'

/** Whom to show in advance: nobody where the call will be refused before it is sent. */
export const arrivalsOf = (source: SeatSource, assignment: SeatAssignment, now: number): Arrival[] =>
  assignIssues({ ...assignment, ...source }, false).length > 0 ? [] : [arrivalOf(source, assignment, now)]
