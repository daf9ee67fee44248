import type { Hono } from 'hono'
import { claimSeat } from '../../domain/seats/claimSeat.ts'
import type { Context } from '../../domain/context/Context.ts'
import { getClaimInfo } from '../../domain/seats/getClaimInfo.ts'
import { runRule } from '../../domain/context/RuleContext.ts'
import { seats } from '../../storage/seats/seats.ts'
import { updateGrants } from '../../subscriptions/entitlement/updateGrants.ts'
import { seatClaim } from '../../validation/bodies/bodies.ts'
import { claimStream } from './claimStream.ts'
import type { Env } from '../answers/Env.ts'
import { readBody } from '../input/readBody.ts'
import { reply } from '../answers/reply.ts'
import { validateBody } from '../input/validateBody.ts'

const path = '/v1/customer-seats/claim'

/** Adds the routes for everybody who has an invitation's token. */
export function claimRoutes(api: Hono<Env>, context: Context): void {
  api.get(`${path}/:invitation_token`, (c) =>
    reply(c.env, { status: 200, body: getClaimInfo(context, c.req.param('invitation_token')) }),
  )

  api.get(`${path}/:invitation_token/stream`, (c) => claimStream(c.env, context, c.req.param('invitation_token')))

  api.post(path, async (c) => {
    const { invitation_token } = validateBody(await readBody(c.env.request), seatClaim)
    const body = runRule(context, (ruleContext) => {
      const invitation = seats.byInvitationToken(context.database, invitation_token)
      const answerBody = claimSeat(context, invitation_token)
      if (invitation) updateGrants(ruleContext, invitation.source_id)
      return answerBody
    })
    return reply(c.env, { status: 200, body })
  })
}
