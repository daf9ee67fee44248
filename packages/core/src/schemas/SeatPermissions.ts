import { isObject, isText } from '../internal/runtime/is.ts'
import type { SeatRecipient } from './SeatRecipient.ts'

/** The things that a user may do on a team page. The server refuses each thing that is `false`. */
export interface SeatPermissions {
  listSeats: boolean
  assignSeat: boolean
  /** Seat people without an invitation. */
  immediateClaim: boolean
  revokeSeat: boolean
  resendInvitation: boolean
  /** See the seat count and its price. */
  getSubscription: boolean
  buySeats: boolean
  /** Reduce the seat count, and cancel a scheduled change. */
  reduceSeats: boolean
  /** Add, change and remove members. Only with a member's session. */
  manageMembers: boolean
  /** How rosters name the user: by an address, a member id or an external member id. Missing if not known. */
  occupant?: SeatRecipient | undefined
}

/** No permission at all, for a user whose permissions are not known yet. */
export const noSeatPermissions: SeatPermissions = {
  listSeats: false,
  assignSeat: false,
  immediateClaim: false,
  revokeSeat: false,
  resendInvitation: false,
  getSubscription: false,
  buySeats: false,
  reduceSeats: false,
  manageMembers: false,
}

export const isSeatPermissions = (value: unknown): value is SeatPermissions =>
  isObject(value) &&
  Object.keys(noSeatPermissions).every((name) => typeof value[name] === 'boolean') &&
  Object.values(value.occupant ?? {}).every(isText)
