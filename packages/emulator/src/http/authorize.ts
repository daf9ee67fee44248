import { notABillingManager, unauthorized } from '../domain/errors.ts'
import { insufficientScope } from './OAuthError.ts'
import type { OrganizationSubject, PortalSubject, Subject } from './Subject.ts'

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
