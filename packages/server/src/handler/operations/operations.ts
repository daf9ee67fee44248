import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import type { Route } from '../routes/matchRoute.ts'
import { assignSeat } from './assignSeat.ts'
import { claimSeat } from './claimSeat.ts'
import { getMySeats } from './getMySeats.ts'
import { getSeatAccess } from './getSeatAccess.ts'
import { getSeatPermissions } from './getSeatPermissions.ts'
import { getSubscription } from './getSubscription.ts'
import { previewSeatCount } from './previewSeatCount.ts'
import { updateSeatCount } from './updateSeatCount.ts'
import { getClaimInfo } from './getClaimInfo.ts'
import { listSeats } from './listSeats.ts'
import { resendInvitation } from './resendInvitation.ts'
import { revokeSeat } from './revokeSeat.ts'
import { serveClaimStream } from './serveClaimStream.ts'
import { serveEvents } from './serveEvents.ts'

/** The function that serves each endpoint. */
export const operations: Record<Route['endpoint'], (context: RequestContext) => Promise<Outcome>> = {
  listSeats,
  assignSeat,
  revokeSeat,
  resendInvitation,
  getClaimInfo,
  claimSeat,
  getSeatPermissions,
  getSeatAccess,
  getMySeats,
  getSubscription,
  previewSeatCount,
  updateSeatCount,
  events: serveEvents,
  claimStream: serveClaimStream,
}
