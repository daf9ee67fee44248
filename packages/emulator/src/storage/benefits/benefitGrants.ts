import type { Database } from '../database/Database.ts'

/** A benefit that a person gets through a subscription or an order. It is granted, or it was revoked. */
export interface BenefitGrantRow {
  id: string
  benefit_id: string
  source_id: string
  source_kind: 'subscription' | 'order'
  customer_id: string
  member_id: string | null
  granted_at: number | null
  revoked_at: number | null
  created_at: number
  modified_at: number | null
}

/** A grant with the columns that the portal's list is filtered and sorted by. */
export interface PortalGrantRow extends BenefitGrantRow {
  description: string
  checkout_id: string | null
  /**
   * The benefit's place among the benefits of the source's product. Null if the benefit belongs to an earlier product.
   */
  position: number | null
}

const select = `SELECT benefit_grants.*, sources.kind AS source_kind FROM benefit_grants JOIN sources ON sources.id = source_id`

export const benefitGrants = {
  ofSource: (database: Database, sourceId: string) =>
    database.all<BenefitGrantRow>(`${select} WHERE source_id = ? ORDER BY benefit_grants.rowid`, sourceId),

  ofMember: (database: Database, memberId: string) =>
    database.all<BenefitGrantRow>(`${select} WHERE member_id = ? ORDER BY benefit_grants.rowid`, memberId),

  grantedTo: (database: Database, customerId: string) =>
    database.all<BenefitGrantRow>(
      `${select} WHERE benefit_grants.customer_id = ? AND granted_at IS NOT NULL ORDER BY benefit_grants.rowid`,
      customerId,
    ),

  /** Returns a customer's grants of public benefits, except revoked grants. */
  shownInPortal: (database: Database, customerId: string) =>
    database.all<PortalGrantRow>(
      `SELECT benefit_grants.*, sources.kind AS source_kind, sources.checkout_id, benefits.description,
          iif(benefits.product_id = sources.product_id, benefits.rowid, NULL) AS position
        FROM benefit_grants
        JOIN sources ON sources.id = source_id
        JOIN benefits ON benefits.id = benefit_id
        WHERE benefit_grants.customer_id = ? AND revoked_at IS NULL AND visibility = 'public'`,
      customerId,
    ),

  /** Newest first. */
  ofOrganization: (database: Database, organizationId: string) =>
    database.all<BenefitGrantRow & { customer_external_id: string | null }>(
      `SELECT benefit_grants.*, sources.kind AS source_kind, customers.external_id AS customer_external_id FROM benefits
        JOIN benefit_grants ON benefit_id = benefits.id
        JOIN sources ON sources.id = source_id
        JOIN customers ON customers.id = benefit_grants.customer_id
        WHERE benefits.organization_id = ? ORDER BY benefit_grants.created_at DESC, benefit_grants.rowid DESC`,
      organizationId,
    ),

  /** Returns whether a source can have grants: its product has benefits, or the source has had grants before. */
  mayExistFor: (database: Database, sourceId: string): boolean =>
    database.get(
      `SELECT 1 FROM sources WHERE id = ? AND (
        EXISTS (SELECT 1 FROM benefits WHERE benefits.product_id = sources.product_id)
        OR EXISTS (SELECT 1 FROM benefit_grants WHERE source_id = sources.id))`,
      sourceId,
    ) !== undefined,

  insert(database: Database, grant: BenefitGrantRow): void {
    database.insert('benefit_grants', columnsOf(grant))
  },

  update(database: Database, grant: BenefitGrantRow): void {
    database.update('benefit_grants', columnsOf(grant))
  },
}

// The kind of the source is not a column of this table.
const columnsOf = ({ id, benefit_id, source_id, customer_id, member_id, ...times }: BenefitGrantRow) => ({
  id,
  benefit_id,
  source_id,
  customer_id,
  member_id,
  granted_at: times.granted_at,
  revoked_at: times.revoked_at,
  created_at: times.created_at,
  modified_at: times.modified_at,
})
