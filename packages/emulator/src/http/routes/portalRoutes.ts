import type { Hono } from 'hono'
import type { Context } from '../../domain/context/Context.ts'
import { portalSeatAssign } from '../../validation/bodies/bodies.ts'
import { requireBilling, requirePortal } from '../layers/authorize.ts'
import type { Env } from '../answers/Env.ts'
import { assignRoute, listRoute, seatRoutes, type RosterVariant } from './rosterRoutes.ts'

const variant: RosterVariant = {
  path: '/v1/customer-portal/seats',
  requireReader: requirePortal,
  requireWriter: requireBilling,
  assignBody: portalSeatAssign,
}

/** Adds the portal's seat routes, limited to the seats that the session's customer has bought. */
export function portalRoutes(api: Hono<Env>, context: Context): void {
  listRoute(api, context, variant)
  assignRoute(api, context, variant)
  seatRoutes(api, context, variant)
}
