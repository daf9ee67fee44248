import { insufficientRole, notABillingManager, unauthorized } from '../../domain/context/errors.ts'
import { insufficientScope } from '../answers/OAuthError.ts'
import type { OrganizationSubject, PortalSubject, Subject } from '../answers/Subject.ts'

/** Returns the organization if its token has one of these scopes. A session is refused like a call without a token. */
export function requireOrganization(subject: Subject, ...scopes: string[]): OrganizationSubject {
  if (subject.kind !== 'organization') throw unauthorized()
  if (!scopes.some((scope) => subject.scopes.has(scope))) throw insufficientScope(scopes.join(' '))
  return subject
}

/** Returns the customer's or member's session. An organization token is refused like no token. */
export function requirePortal(subject: Subject): PortalSubject {
  if (subject.kind !== 'portal') throw unauthorized()
  return subject
}

/** Returns the session if it may change seats and subscriptions: that of a customer, an owner or a billing manager. */
export function requireBilling(subject: Subject): PortalSubject {
  const portal = requirePortal(subject)
  if (portal.role === 'member') throw notABillingManager()
  return portal
}

/**
 * Returns the session if it may manage members: the session of an owner or a billing manager, but not of a customer.
 */
export function requireManager(subject: Subject): PortalSubject & { memberId: string } {
  if (subject.kind !== 'portal' || subject.memberId === null) throw unauthorized()
  if (subject.role === 'member') throw insufficientRole()
  return { ...subject, memberId: subject.memberId }
}
