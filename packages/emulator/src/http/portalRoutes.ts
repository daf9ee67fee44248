import type { Hono } from 'hono'
import { assignSeat } from '../domain/assignSeat.ts'
import type { Context as Rules } from '../domain/Context.ts'
import { listSeats } from '../domain/listSeats.ts'
import { resendInvitation } from '../domain/resendInvitation.ts'
import { revokeSeat } from '../domain/revokeSeat.ts'
import { portalSeatAssign } from '../validation/bodies.ts'
import { requireBilling, requirePortal } from './authorize.ts'
import type { Env } from './Env.ts'
import { findSeat, findSource } from './findSource.ts'
import { json } from './json.ts'
import { seatIdOf, sourceIdsOf } from './parameters.ts'
import { readBody } from './readBody.ts'
import { validateBody } from './validateBody.ts'

/** The customer portal's variant: limited to what the session's customer owns. */
export function portalRoutes(api: Hono<Env>, rules: Rules): void {
  const { database } = rules

  api.get('/v1/customer-portal/seats', (c) => {
    const owner = requirePortal(c.var.subject)
    return json(200, listSeats(rules, findSource(rules, owner, sourceIdsOf(c))))
  })

  api.post('/v1/customer-portal/seats', async (c) => {
    const body = await readBody(c)
    const owner = requireBilling(c.var.subject)
    const assign = validateBody(body, portalSeatAssign)
    return json(
      200,
      database.transaction(() => assignSeat(rules, findSource(rules, owner, assign), assign)),
    )
  })

  api.delete('/v1/customer-portal/seats/:seat_id', (c) => {
    const owner = requireBilling(c.var.subject)
    const seatId = seatIdOf(c)
    return json(
      200,
      database.transaction(() => {
        const { seat, source } = findSeat(rules, owner, seatId)
        return revokeSeat(rules, source, seat)
      }),
    )
  })

  api.post('/v1/customer-portal/seats/:seat_id/resend', (c) => {
    const owner = requireBilling(c.var.subject)
    const seatId = seatIdOf(c)
    return json(
      200,
      database.transaction(() => {
        const { seat, source } = findSeat(rules, owner, seatId)
        return resendInvitation(rules, source, seat)
      }),
    )
  })
}
