import type { Database } from '../database/Database.ts'
import type { ProrationBehavior, SubscriptionStatus } from '../database/rows.ts'
import type { RecurringInterval } from '../../billing/RecurringInterval.ts'

/** The columns of a subscription that are not in its row in `sources`. */
export interface SubscriptionOwnRow {
  id: string
  /** The price of a period after the discount. */
  amount: number
  currency: string
  recurring_interval: RecurringInterval
  recurring_interval_count: number
  anchor_day: number
  current_period_start: number
  current_period_end: number
  trial_start: number | null
  trial_end: number | null
  cancel_at_period_end: number
  canceled_at: number | null
  started_at: number | null
  ends_at: number | null
  ended_at: number | null
  past_due_at: number | null
  pause_at_period_end: number
  paused_at: number | null
  resumes_at: number | null
  discount_id: string | null
  discount_applied_at: number | null
  customer_cancellation_reason: string | null
  customer_cancellation_comment: string | null
  /** JSON text. */
  metadata: string
  created_at: number
  modified_at: number | null
}

/** The columns of `sources` that a change of the subscription can write. */
export interface SubscriptionSourceRow {
  status: SubscriptionStatus
  seats: number
  product_id: string
}

/** A subscription, together with the settings of its organization that the rules need. */
export interface SubscriptionRow extends SubscriptionOwnRow, SubscriptionSourceRow {
  assigned: number
  customer_id: string
  checkout_id: string | null
  organization_id: string
  proration_behavior: ProrationBehavior
  benefit_revocation_grace_period: number
  customer_portal_subscription_update_seats: number
  customer_portal_subscription_update_plan: number
  customer_portal_subscription_pause: number
  reset_proration_behavior_enabled: number
}

/** A subscription with the columns that lists are filtered and sorted by. */
export interface SubscriptionListRow extends SubscriptionRow {
  customer_external_id: string | null
  customer_email: string | null
  product_name: string
  discount_name: string | null
}

const changingColumns = [
  'amount',
  'recurring_interval',
  'recurring_interval_count',
  'anchor_day',
  'current_period_start',
  'current_period_end',
  'trial_start',
  'trial_end',
  'cancel_at_period_end',
  'canceled_at',
  'ends_at',
  'ended_at',
  'past_due_at',
  'pause_at_period_end',
  'paused_at',
  'resumes_at',
  'discount_id',
  'discount_applied_at',
  'customer_cancellation_reason',
  'customer_cancellation_comment',
  'metadata',
  'modified_at',
] as const satisfies ReadonlyArray<keyof SubscriptionOwnRow>

const select = `SELECT subscriptions.*, sources.status, seats, assigned, sources.product_id, sources.customer_id, checkout_id, sources.organization_id,
  proration_behavior, benefit_revocation_grace_period, reset_proration_behavior_enabled,
  customer_portal_subscription_update_seats, customer_portal_subscription_update_plan, customer_portal_subscription_pause`
const join = 'JOIN organizations ON organizations.id = sources.organization_id'
const fromSources = `FROM sources JOIN subscriptions ON subscriptions.id = sources.id ${join}`
const isDeleted = (id: string) => `EXISTS (SELECT 1 FROM marks WHERE marks.id = ${id} AND mark = 'deleted')`
const isLive = `NOT ${isDeleted('sources.id')}`
const isReadable = `sources.customer_id = ? AND started_at IS NOT NULL AND ${isLive}`

export const subscriptions = {
  byId: (database: Database, id: string) =>
    database.get<SubscriptionRow>(`${select} ${fromSources} WHERE sources.id = ?`, id),

  /** Newest first. */
  ofCustomer: (database: Database, customerId: string) =>
    database.all<SubscriptionRow>(
      `${select} ${fromSources} WHERE ${isReadable} ORDER BY started_at DESC, subscriptions.id`,
      customerId,
    ),

  /** Newest first. */
  ofOrganization: (database: Database, organizationId: string) =>
    database.all<SubscriptionListRow>(
      `${select}, customers.external_id AS customer_external_id, customers.email AS customer_email,
          products.name AS product_name, discounts.name AS discount_name
        ${fromSources} JOIN customers ON customers.id = sources.customer_id JOIN products ON products.id = sources.product_id
          LEFT JOIN discounts ON discounts.id = discount_id
        WHERE sources.organization_id = ? AND started_at IS NOT NULL AND ${isLive}
        ORDER BY started_at DESC, subscriptions.rowid`,
      organizationId,
    ),

  activeOf: (database: Database, customerId: string) =>
    database.all<SubscriptionRow>(
      `${select} ${fromSources} WHERE sources.customer_id = ? AND status IN ('trialing', 'active') AND ${isLive}`,
      customerId,
    ),

  /** Returns one row for each seat that a member has claimed. */
  claimedByMember: (database: Database, memberId: string, limit: number, offset: number) =>
    database.all<{ id: string }>(`${claimedBy('member_id')} LIMIT ? OFFSET ?`, memberId, limit, offset),

  countClaimedByMember: (database: Database, memberId: string): number =>
    database.get<{ count: number }>(`SELECT count(*) AS count FROM (${claimedBy('member_id')})`, memberId)?.count ?? 0,

  /** Returns one row for each claimed seat that has this customer's id. */
  claimedByCustomer: (database: Database, customerId: string, limit: number, offset: number) =>
    database.all<{ id: string }>(`${claimedBy('customer_id')} LIMIT ? OFFSET ?`, customerId, limit, offset),

  countClaimedByCustomer: (database: Database, customerId: string): number =>
    database.get<{ count: number }>(`SELECT count(*) AS count FROM (${claimedBy('customer_id')})`, customerId)?.count ??
    0,

  insert(database: Database, subscription: SubscriptionOwnRow): void {
    database.insert('subscriptions', subscription)
  },

  /** Writes the columns that can change. */
  update(database: Database, row: SubscriptionRow): void {
    const changing = Object.fromEntries(changingColumns.map((column) => [column, row[column]]))
    database.update('subscriptions', { id: row.id, ...changing })
    database.update('sources', { id: row.id, status: row.status, seats: row.seats, product_id: row.product_id })
  },
}

function claimedBy(column: 'member_id' | 'customer_id'): string {
  return `SELECT source_id AS id FROM seats JOIN subscriptions ON subscriptions.id = source_id
    WHERE seats.${column} = ? AND seats.status = 'claimed' AND NOT ${isDeleted('source_id')} ORDER BY subscriptions.id`
}
