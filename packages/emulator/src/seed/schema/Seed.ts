/** The data that an emulator starts with. Optional fields have defaults. The default of an `id` is a new UUID. */
export interface Seed {
  /**
   * Rosters are sorted by a hash of this value and the seat's id. The same value gives the same order of the same ids.
   */
  order_seed?: string | number
  organizations?: OrganizationSeed[]
}

export interface OrganizationSeed {
  id?: string
  slug: string
  name?: string
  /** If false, calls about seats are refused with a 403. Default: true. */
  seat_based_pricing_enabled?: boolean
  /** True if Polar has blocked the organization. Default: false. */
  blocked?: boolean
  /**
   * True if the organization has the member model. Organizations that are older than the member model can lack it.
   * Default: true.
   */
  member_model_enabled?: boolean
  /** Decides how a change of a subscription is billed if the call does not say how. Default: `prorate`. */
  proration_behavior?: 'prorate' | 'invoice' | 'next_period'
  /** The number of days for which a subscription that is past due keeps its seats. Default: 0. */
  benefit_revocation_grace_period?: number
  /** True if customers may change the number of seats in the portal. Default: true. */
  customer_portal_subscription_update_seats?: boolean
  /** True if customers may change the product in the portal. Default: true. */
  customer_portal_subscription_update_plan?: boolean
  /** True if customers may pause and resume in the portal. Default: false. */
  customer_portal_subscription_pause?: boolean
  /** True if a change may be billed with `reset`, which starts a new period. Default: false. */
  reset_proration_behavior_enabled?: boolean
  tokens?: TokenSeed[]
  products?: ProductSeed[]
  discounts?: DiscountSeed[]
  customers?: CustomerSeed[]
  subscriptions?: SubscriptionSeed[]
  orders?: OrderSeed[]
  webhooks?: WebhookSeed[]
}

export interface TokenSeed {
  token: string
  /** Default: all scopes. */
  scopes?: string[]
}

export interface ProductSeed {
  id?: string
  ref?: string
  name?: string
  recurring?: boolean
  /** If false, the product has no seats and costs only its `amount`. Default: true. */
  seat_based?: boolean
  /**
   * A fixed price in the currency's smallest unit. For a product with seats, a base fee beside the price of the seats.
   * Default: none.
   */
  amount?: number
  price?: PriceSeed
  /** Customers can choose `public` products in the portal. Default: `public`. */
  visibility?: 'draft' | 'private' | 'public'
  /** An archived product can no longer be chosen. Default: false. */
  archived?: boolean
  /**
   * The benefits of the people with a seat. If the product has no seats, the paying customer gets the benefits.
   * Default: none.
   */
  benefits?: BenefitSeed[]
}

/** A benefit of Polar's type `custom`. */
export interface BenefitSeed {
  id?: string
  ref?: string
  /** Default: `Benefit`. */
  description?: string
  /** The portal shows `public` benefits only. Default: `public`. */
  visibility?: 'draft' | 'private' | 'public'
}

/** The price and period of a product's seats. Default: 10.00 usd per seat and month. */
export interface PriceSeed {
  /**
   * `fixed`: every seat has the same price. `volume`: every seat has the price of the tier that contains the number of
   * seats. `graduated`: each seat has the price of its own tier. Default: `fixed`.
   */
  type?: 'fixed' | 'volume' | 'graduated'
  /** A lower-case ISO code. Default: `usd`. */
  currency?: string
  /** Default: `month`. */
  interval?: 'day' | 'week' | 'month' | 'year'
  /** Default: 1. */
  interval_count?: number
  /**
   * The tiers, sorted and without gaps. The first minimum and the last maximum are the limits of the number of seats
   * that can be bought.
   */
  tiers?: TierSeed[]
}

export interface TierSeed {
  min_seats: number
  /** Null if there is no maximum. */
  max_seats: number | null
  /** In the currency's smallest unit. */
  price_per_seat: number
}

export interface DiscountSeed {
  id?: string
  ref?: string
  name?: string
  type: 'percentage' | 'fixed'
  /** For a percentage: 1000 is 10 %. */
  basis_points?: number
  /** For a fixed discount: the amount in the currency's smallest unit. */
  amount?: number
  /** Default: `usd`. */
  currency?: string
  /** Default: `forever`. */
  duration?: 'once' | 'forever' | 'repeating'
  duration_in_months?: number
}

export interface CustomerSeed {
  id?: string
  ref?: string
  /**
   * Null for a customer without an email. No owner is added to a customer without an email. Default: the ref at
   * `example.com`, such as `jane@example.com`.
   */
  email?: string | null
  /** If true, the customer is deleted after their subscriptions and orders were stored. Default: false. */
  deleted?: boolean
  external_id?: string | null
  name?: string | null
  /** A ref for the owner, if the owner is added automatically. */
  owner_ref?: string
  /** A customer with any member except the owner is always a team. Default: `individual`. */
  type?: 'team' | 'individual'
  /** The result of charges to the default card. Default: there is no card. */
  payment_method?: 'ok' | 'declined' | 'requires_action' | null
  /** The members. If no owner is among them, an owner with the customer's email is added. */
  members?: MemberSeed[]
}

export interface MemberSeed {
  id?: string
  ref?: string
  email?: string
  name?: string | null
  external_id?: string | null
  /** Default: `member`. */
  role?: 'owner' | 'billing_manager' | 'member'
}

/**
 * A subscription or an order. `product` and `customer` are refs. Default: the organization's first product and first
 * customer.
 */
export interface SourceSeed {
  id?: string
  ref?: string
  product?: string
  customer?: string
  /** The id of the checkout that created the source. Calls in the portal can name the source by this id. */
  checkout_id?: string
  /** Default: 5. */
  seats?: number
  /** True if the source was deleted. Default: false. */
  deleted?: boolean
  roster?: RosterSeed[]
}

type CancellationReason =
  | 'customer_service'
  | 'low_quality'
  | 'missing_features'
  | 'switched_service'
  | 'too_complex'
  | 'too_expensive'
  | 'unused'
  | 'other'

/**
 * A subscription. Times are ISO 8601. A time that the seed lacks follows from the status and the period, or is null.
 */
export interface SubscriptionSeed extends SourceSeed {
  /** Default: `active`. */
  status?: 'incomplete' | 'incomplete_expired' | 'trialing' | 'active' | 'past_due' | 'canceled' | 'unpaid' | 'paused'
  /** The ref of one of the organization's discounts. */
  discount?: string
  /** Default: now. */
  current_period_start?: string
  /** Default: 30 days after the start. */
  current_period_end?: string
  started_at?: string | null
  trial_start?: string | null
  trial_end?: string | null
  cancel_at_period_end?: boolean
  canceled_at?: string | null
  ended_at?: string | null
  past_due_at?: string | null
  pause_at_period_end?: boolean
  paused_at?: string | null
  resumes_at?: string | null
  customer_cancellation_reason?: CancellationReason | null
  customer_cancellation_comment?: string | null
  /** Texts, numbers and booleans. */
  metadata?: Record<string, string | number | boolean>
}

export interface OrderSeed extends Omit<SourceSeed, 'product'> {
  /** Null for an order without a product. */
  product?: string | null
  /** Default: `paid`. */
  status?: 'pending' | 'paid' | 'refunded' | 'partially_refunded'
}

export interface RosterSeed {
  id?: string
  ref?: string
  email?: string
  /** Default: `claimed`. */
  status?: 'pending' | 'claimed' | 'revoked'
  /**
   * Makes a claimed seat without an occupant. On the real server, this is the result of a claim that overlaps a revoke.
   */
  nobody?: boolean
  metadata?: Record<string, unknown>
}

export interface WebhookSeed {
  id?: string
  /** The URL that events are posted to. */
  url?: string
  /** A function of this process instead of a URL. It gets the requests that an endpoint would get. */
  handler?: (request: Request) => Response | Promise<Response>
  /** Any text. Default: a new secret. */
  secret?: string
  /**
   * `base64`: the secret contains the key in base64, with or without `whsec_` before it. `text`: the whole text is the
   * key. Default: `base64` if the secret begins with `whsec_` and the rest is base64.
   */
  key?: 'base64' | 'text'
  /** The kinds of events that the endpoint gets. Default: the three kinds about seats. */
  events?: string[]
}
