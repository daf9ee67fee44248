import type { RecurringInterval } from '../../billing/RecurringInterval.ts'
// Rows as SQLite returns them. Times are microseconds, booleans 0 or 1.

export type SeatStatus = 'pending' | 'claimed' | 'revoked'
export type MemberRole = 'owner' | 'billing_manager' | 'member'
/** Customers see a product or a benefit only if it is `public`. */
export type Visibility = 'draft' | 'private' | 'public'
export type ProrationBehavior = 'invoice' | 'prorate' | 'next_period' | 'reset'
/** The result of charges to the customer's default card. */
export type PaymentMethod = 'ok' | 'declined' | 'requires_action'
export type SubscriptionStatus =
  | 'incomplete'
  | 'incomplete_expired'
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'canceled'
  | 'unpaid'
  | 'paused'

export interface OrganizationRow {
  id: string
  slug: string
  name: string
  seat_based_pricing_enabled: number
  member_model_enabled: number
  proration_behavior: ProrationBehavior
  /** In days. */
  benefit_revocation_grace_period: number
  customer_portal_subscription_update_seats: number
  customer_portal_subscription_update_plan: number
  customer_portal_subscription_pause: number
  reset_proration_behavior_enabled: number
  created_at: number
  modified_at: number | null
}

export interface ProductRow {
  id: string
  organization_id: string
  name: string
  recurring: number
  recurring_interval: RecurringInterval
  recurring_interval_count: number
  visibility: Visibility
  is_archived: number
  created_at: number
}

export interface CustomerRow {
  id: string
  organization_id: string
  email: string | null
  external_id: string | null
  name: string | null
  type: 'individual' | 'team'
  payment_method: PaymentMethod | null
  default_payment_method_id: string | null
  /** JSON text. */
  metadata: string
  created_at: number
  modified_at: number | null
  deleted_at: number | null
}

export interface MemberRow {
  id: string
  customer_id: string
  email: string
  external_id: string | null
  name: string | null
  role: MemberRole
  created_at: number
  modified_at: number | null
}

/** A subscription or an order, with the data of its product and organization that decisions about seats need. */
export interface SourceRow {
  id: string
  kind: 'subscription' | 'order'
  customer_id: string
  seats: number
  /** The number of pending and claimed seats. */
  assigned: number
  status: string
  product_id: string
  product_name: string
  organization_id: string
  organization_slug: string
  organization_name: string
  seat_based_pricing_enabled: number
  member_model_enabled: number
}

export interface SeatRow {
  id: string
  source_id: string
  source_kind: 'subscription' | 'order'
  status: SeatStatus
  customer_id: string | null
  member_id: string | null
  email: string | null
  invitation_token: string | null
  invitation_token_expires_at: number | null
  claimed_at: number | null
  revoked_at: number | null
  metadata: string
  created_at: number
  modified_at: number | null
}
