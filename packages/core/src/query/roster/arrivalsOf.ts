import { assignIssues } from '../../internal/input/assignIssues.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { arrivalOf, type Arrival } from './optimisticSeat.ts'

/** Returns the arrival to show before the answer. Returns none for an invalid input, because its call is not sent. */
export const arrivalsOf = (source: SeatSource, invitee: SeatInvitee, now: number): Arrival[] =>
  assignIssues({ ...invitee, ...source }, false).length > 0 ? [] : [arrivalOf(source, invitee, now)]
