import { assignIssues } from '../../internal/input/assignIssues.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { arrivalOf, type Arrival } from './optimisticSeat.ts'

/** Returns the arrival to show in advance, or none if the input is invalid, so that the call will not be sent. */
export const arrivalsOf = (source: SeatSource, invitee: SeatInvitee, now: number): Arrival[] =>
  assignIssues({ ...invitee, ...source }, false).length > 0 ? [] : [arrivalOf(source, invitee, now)]
