import { assignIssues } from '../../internal/input/assignIssues.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { arrivalOf, type Arrival } from './optimisticSeat.ts'

/** Whom to show in advance: nobody where the call will be refused before it is sent. */
export const arrivalsOf = (source: SeatSource, assignment: SeatInvitee, now: number): Arrival[] =>
  assignIssues({ ...assignment, ...source }, false).length > 0 ? [] : [arrivalOf(source, assignment, now)]
