import { notFound } from '../../http/refusals.ts'
import type { Route } from '../routes/matchRoute.ts'

/**
 * Returns the invitation token of the path.
 *
 * @throws Refusal with status 404, with Polar's text, if the path has no text that can be a token.
 */
export function requireInvitationToken({ invitationToken }: Route): string {
  if (invitationToken === undefined) throw notFound('Invalid or expired invitation token')
  return invitationToken
}
