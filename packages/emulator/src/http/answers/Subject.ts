import type { MemberRole } from '../../storage/database/rows.ts'

export interface OrganizationSubject {
  kind: 'organization'
  organizationId: string
  scopes: ReadonlySet<string>
}

export interface PortalSubject {
  kind: 'portal'
  customerId: string
  /** Null for a customer's own session. */
  memberId: string | null
  session: { return_url: string | null; expires_at: number }
  /** Null for a customer's own session. */
  role: MemberRole | null
}

/** The caller of a request, known by the bearer token. */
export type Subject = { kind: 'anonymous' } | OrganizationSubject | PortalSubject
