import type { Route } from '../routes/matchRoute.ts'
import { notFound } from '../../http/refusals.ts'

/** The invitation's token. @throws Refusal in Polar's own words, where it cannot be one */
export function requireToken({ invitationToken }: Route): string {
  if (invitationToken === undefined) throw notFound('Invalid or expired invitation token')
  return invitationToken
}
