import type { Context } from '../../domain/context/Context.ts'
import { sessions } from '../../storage/people/sessions.ts'
import { tokens } from '../../storage/people/tokens.ts'
import { stripSpace } from '../../validation/python/text/stripSpace.ts'
import { invalidToken } from '../answers/OAuthError.ts'
import type { Subject } from '../answers/Subject.ts'

const anonymous: Subject = { kind: 'anonymous' }

/**
 * Returns the caller of a request. A bad token is refused even if the route needs no token.
 * @throws OAuthError if the token is bad.
 */
export function authenticate({ database, clock }: Context, authorization: string | null): Subject {
  const token = bearerToken(authorization)
  // The real server ignores tokens that register OAuth clients (`polar_crt_`).
  if (token === undefined || token.startsWith('polar_crt_')) return anonymous
  if (token.startsWith('polar_mst_') || token.startsWith('polar_cst_')) {
    const session = sessions.byToken(database, token, clock.now())
    if (!session) throw invalidToken()
    const { customer_id, member_id, role, ...rest } = session
    return { kind: 'portal', customerId: customer_id, memberId: member_id, role, session: rest }
  }
  const organization = tokens.byToken(database, token)
  if (!organization) throw invalidToken()
  return {
    kind: 'organization',
    organizationId: organization.organization_id,
    scopes: new Set(organization.scopes.split(' ')),
  }
}

/** Returns the trimmed bearer token of an `Authorization` header, or undefined if there is none. */
export function bearerToken(authorization: string | null): string | undefined {
  const [, scheme = '', rest = ''] = /^([^ ]*) ?(.*)$/s.exec(authorization ?? '') ?? []
  const value = stripSpace(rest)
  const isToken = scheme.toLowerCase() === 'bearer' && value !== '' && /^[\0-\x7f]*$/.test(value)
  return isToken ? value : undefined
}
