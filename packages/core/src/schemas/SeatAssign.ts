import type { SeatInvitee } from './SeatInvitee.ts'
import type { SeatSource } from './SeatSource.ts'

/**
 * The input of `assignSeat`: one source, one recipient.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 */
export type SeatAssign = SeatSource & { checkout_id?: undefined } & SeatInvitee

/** The input of `assignSeat` for a client with a session token. The source may also be a checkout. */
export type PortalSeatAssign =
  | SeatAssign
  | ({ checkout_id: string; subscription_id?: undefined; order_id?: undefined } & SeatInvitee)
