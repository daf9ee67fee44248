import type { Hono } from 'hono'
import { assignSeat } from '../../domain/seats/assignSeat.ts'
import type { Context } from '../../domain/context/Context.ts'
import { checkFeature } from '../../domain/seats/checkFeature.ts'
import { listSeats } from '../../domain/seats/listSeats.ts'
import { resendInvitation } from '../../domain/seats/resendInvitation.ts'
import { revokeSeat } from '../../domain/seats/revokeSeat.ts'
import { runRule } from '../../domain/context/RuleContext.ts'
import type { SeatAssign } from '../../validation/bodies/SeatAssign.ts'
import { updateGrants } from '../../subscriptions/entitlement/updateGrants.ts'
import type { Validated } from '../../validation/python/pydantic/model.ts'
import type { Issue } from '../../validation/python/pydantic/ValidationError.ts'
import type { Value } from '../../validation/python/json/Value.ts'
import type { Env } from '../answers/Env.ts'
import { findSeat, findSource, type RosterCaller } from '../input/findSource.ts'
import { seatIdOf, sourceIdsOf } from '../input/parameters.ts'
import { readBody } from '../input/readBody.ts'
import { reply } from '../answers/reply.ts'
import type { Subject } from '../answers/Subject.ts'
import { validateBody } from '../input/validateBody.ts'

/**
 * One of the two variants of the four operations on a roster: for an organization's token, or for a session in the
 * portal.
 */
export interface RosterVariant {
  path: string
  requireReader: (subject: Subject) => RosterCaller
  requireWriter: (subject: Subject) => RosterCaller
  assignBody: (input: Value, loc: Issue['loc']) => Validated<SeatAssign>
}

export function listRoute(api: Hono<Env>, context: Context, { path, requireReader }: RosterVariant): void {
  api.get(path, (c) => {
    const caller = requireReader(c.env.subject)
    return reply(c.env, {
      status: 200,
      body: listSeats(context, findSource(context, caller, sourceIdsOf(c.env.request.url))),
    })
  })
}

export function assignRoute(
  api: Hono<Env>,
  context: Context,
  { path, requireWriter, assignBody }: RosterVariant,
): void {
  api.post(path, async (c) => {
    // A body that is not JSON is refused before the caller is checked.
    const value = await readBody(c.env.request)
    const caller = requireWriter(c.env.subject)
    const invitee = validateBody(value, assignBody)
    const body = runRule(context, (ruleContext) => {
      const source = findSource(context, caller, invitee)
      const answerBody = assignSeat(context, source, invitee)
      if (invitee.immediate_claim) updateGrants(ruleContext, source.id)
      return answerBody
    })
    return reply(c.env, { status: 200, body })
  })
}

export function seatRoutes(api: Hono<Env>, context: Context, { path, requireWriter }: RosterVariant): void {
  const operations = [
    { method: 'DELETE', path: `${path}/:seat_id`, run: revokeSeat },
    { method: 'POST', path: `${path}/:seat_id/resend`, run: resendInvitation },
  ]
  for (const operation of operations) {
    const isRevoke = operation.method === 'DELETE'
    api.on(operation.method, operation.path, (c) => {
      const caller = requireWriter(c.env.subject)
      const seatId = seatIdOf(c.req.param('seat_id') ?? '')
      const body = runRule(context, (ruleContext) => {
        const { seat, source } = findSeat(context, caller, seatId)
        // With an organization's token, the real server makes this check even for a seat that is already revoked.
        if (isRevoke && caller.kind === 'organization') checkFeature(source)
        const answerBody = operation.run(context, source, seat)
        if (isRevoke) updateGrants(ruleContext, source.id)
        return answerBody
      })
      return reply(c.env, { status: 200, body })
    })
  }
}
