import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { PortalSeatAssign } from '../../schemas/SeatAssign.ts'

/** A client of any kind. */
export type AnyClient = SeatsClient | SeatsClient<PortalSeatAssign>
