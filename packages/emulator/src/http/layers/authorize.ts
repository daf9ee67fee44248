import { insufficientRole, notABillingManager, unauthorized } from '../../domain/context/errors.ts'
import { insufficientScope } from '../answers/OAuthError.ts'
import type { OrganizationSubject, PortalSubject, Subject } from '../answers/Subject.ts'

/** An organization whose token has one of these scopes. A session counts as no credentials here. */
export function requireOrganization(subject: Subject, ...scopes: string[]): OrganizationSubject {
  if (subject.kind !== 'organization') throw unauthorized()
  if (!scopes.some((scope) => subject.scopes.has(scope))) throw insufficientScope(scopes.join(' '))
  return subject
}

/** A customer or member session. An organization token counts as no credentials here. */
export function requirePortal(subject: Subject): PortalSubject {
  if (subject.kind !== 'portal') throw unauthorized()
  return subject
}

/** A session that may change seats: a customer's own, or one of an owner or billing manager. */
export function requireBilling(subject: Subject): PortalSubject {
  const portal = requirePortal(subject)
  if (portal.role === 'member') throw notABillingManager()
  return portal
}

/** A member's session of an owner or billing manager: for people, a customer's own session is not enough. */
export function requireManager(subject: Subject): PortalSubject & { memberId: string } {
  if (subject.kind !== 'portal' || subject.memberId === null) throw unauthorized()
  if (subject.role === 'member') throw insufficientRole()
  return { ...subject, memberId: subject.memberId }
}
