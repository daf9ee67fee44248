import type { Hono } from 'hono'
import { assignSeat } from '../domain/assignSeat.ts'
import { claimSeat } from '../domain/claimSeat.ts'
import type { Context as Rules } from '../domain/Context.ts'
import { getClaimInfo } from '../domain/getClaimInfo.ts'
import { listSeats } from '../domain/listSeats.ts'
import { resendInvitation } from '../domain/resendInvitation.ts'
import { revokeSeat } from '../domain/revokeSeat.ts'
import { seatAssign, seatClaim } from '../validation/bodies.ts'
import { requireOrganization } from './authorize.ts'
import { claimStream } from './claimStream.ts'
import type { Env } from './Env.ts'
import { findSeat, findSource } from './findSource.ts'
import { json } from './json.ts'
import { seatIdOf, sourceIdsOf } from './parameters.ts'
import { readBody } from './readBody.ts'
import { validateBody } from './validateBody.ts'

const write = 'customer_seats:write'

/** The six operations, with an organization's token or, for claims, none. */
export function seatRoutes(api: Hono<Env>, rules: Rules): void {
  const { database } = rules

  api.post('/v1/customer-seats', async (c) => {
    const body = await readBody(c)
    const owner = requireOrganization(c.var.subject, write)
    const assign = validateBody(body, seatAssign)
    return json(
      200,
      database.transaction(() => assignSeat(rules, findSource(rules, owner, assign), assign)),
    )
  })

  api.get('/v1/customer-seats', (c) => {
    const owner = requireOrganization(c.var.subject, 'customer_seats:read')
    return json(200, listSeats(rules, findSource(rules, owner, sourceIdsOf(c))))
  })

  api.delete('/v1/customer-seats/:seat_id', (c) => {
    const owner = requireOrganization(c.var.subject, write)
    const seatId = seatIdOf(c)
    return json(
      200,
      database.transaction(() => {
        const { seat, source } = findSeat(rules, owner, seatId)
        return revokeSeat(rules, source, seat)
      }),
    )
  })

  api.post('/v1/customer-seats/:seat_id/resend', (c) => {
    const owner = requireOrganization(c.var.subject, write)
    const seatId = seatIdOf(c)
    return json(
      200,
      database.transaction(() => {
        const { seat, source } = findSeat(rules, owner, seatId)
        return resendInvitation(rules, source, seat)
      }),
    )
  })

  api.get('/v1/customer-seats/claim/:invitation_token', (c) =>
    json(200, getClaimInfo(rules, c.req.param('invitation_token'))),
  )

  api.get('/v1/customer-seats/claim/:invitation_token/stream', (c) =>
    claimStream(rules, c.req.param('invitation_token')),
  )

  api.post('/v1/customer-seats/claim', async (c) => {
    const { invitation_token } = validateBody(await readBody(c), seatClaim)
    return json(
      200,
      database.transaction(() => claimSeat(rules, invitation_token)),
    )
  })
}
