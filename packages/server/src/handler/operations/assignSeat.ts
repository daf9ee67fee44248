import type { SeatAssign } from '@seats/core'
import { pickSeat } from '../../contract/pick.ts'
import { readBodySource, requireSource } from '../../http/readSource.ts'
import { notGranted } from '../../http/refusals.ts'
import { jsonResponse } from '../../http/responses.ts'
import type { SeatsGrant } from '../access/SeatsGrant.ts'
import { cleanText } from '../audit/cleanText.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { withFindings } from '../flow/withFindings.ts'

type Body = RequestContext['body']

const recipientFields = ['email', 'external_customer_id', 'customer_id', 'external_member_id', 'member_id'] as const
const assignFields = [...recipientFields, 'metadata', 'immediate_claim'] as const

/** Assigns a seat of a source to the person that the body names. */
export async function assignSeat(context: RequestContext): Promise<Outcome> {
  const { body } = context
  const source = requireSource(readBodySource(body), 'body')
  const assign = () =>
    admit(context, source, async ({ grant, upstream }) => {
      checkAssign(grant, body)
      const fields = Object.fromEntries(assignFields.map((field) => [field, body[field]]))
      // The client checks these values itself, so this cast is safe.
      const seatAssign = { ...fields, ...source } as SeatAssign
      const seat = pickSeat(await upstream.change((client, options) => client.assignSeat(seatAssign, options)))
      return { response: jsonResponse(seat), audit: { seat, seatId: seat.id }, announcement: { seat } }
    })
  return withFindings({ audit: { recipient: recipientText(body) } }, assign)
}

/** @throws Refusal with status 403 if the grant lacks what the body asks for. */
function checkAssign(grant: SeatsGrant, body: Body): void {
  if ((body.immediate_claim ?? false) !== false && grant.immediateClaim !== true) {
    throw notGranted('You may not seat people without an invitation.')
  }
  if ((body.customer_id ?? body.external_customer_id ?? null) !== null && grant.customerIds !== true) {
    throw notGranted('You may not seat people by a customer id. Name them by their address.')
  }
}

function recipientText(body: Body): string | null {
  const recipient = recipientFields.map((field) => body[field]).find((value) => typeof value === 'string')
  return recipient === undefined ? null : cleanText(recipient)
}
