/** What an emulator is filled with. Every field but an organization's `slug` has a default, and any object may bring its own `id`. */
export interface Seed {
  /** Goes into the hash by which rosters are listed. The same ids are listed in the same order under the same seed. */
  order_seed?: string | number
  organizations?: OrganizationSeed[]
}

export interface OrganizationSeed {
  id?: string
  slug: string
  name?: string
  /** Off, every seats call answers 403. Default: on. */
  seat_based_pricing_enabled?: boolean
  /** Whether Polar has blocked it. Default: no. */
  blocked?: boolean
  /** On in new organizations, off in older ones. Default: on. */
  member_model_enabled?: boolean
  /** How changes of a subscription are billed unless a call says otherwise. Default: `prorate`. */
  proration_behavior?: 'prorate' | 'invoice' | 'next_period'
  /** How many days the seats of a subscription that is past due are kept. Default: 0. */
  benefit_revocation_grace_period?: number
  /** Whether customers may change their number of seats in the portal. Default: true. */
  customer_portal_subscription_update_seats?: boolean
  /** Whether customers may change the product in the portal. Default: true. */
  customer_portal_subscription_update_plan?: boolean
  /** Whether customers may pause and resume in the portal. Default: false. */
  customer_portal_subscription_pause?: boolean
  /** Whether a change may start the period anew (`reset`). Default: false. */
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
  /** Default: all there are. */
  scopes?: string[]
}

export interface ProductSeed {
  id?: string
  ref?: string
  name?: string
  recurring?: boolean
  /** Off: the product has no seats, and costs `amount` alone. Default: true. */
  seat_based?: boolean
  /** A fixed price in the currency's smallest unit: a base fee beside the seats, or all there is. Default: none. */
  amount?: number
  price?: PriceSeed
  /** `public` products can be chosen in the portal. Default: `public`. */
  visibility?: 'draft' | 'private' | 'public'
  /** Whether no subscription can change to it any more. Default: false. */
  archived?: boolean
  /** The benefits of everybody who has a seat. Without seats, the benefits of the customer. Default: none. */
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

/** What the seats of a product cost, and how often. Default: 10.00 usd each, a month. */
export interface PriceSeed {
  /** `fixed` is one rate, `volume` the rate of the number's tier for all seats, `graduated` each tier's own. Default: `fixed`. */
  type?: 'fixed' | 'volume' | 'graduated'
  /** A lower-case ISO code. Default: `usd`. */
  currency?: string
  /** Default: `month`. */
  interval?: 'day' | 'week' | 'month' | 'year'
  /** Default: 1. */
  interval_count?: number
  /** In order and without gaps. The first minimum and the last maximum limit what can be bought. */
  tiers?: TierSeed[]
}

export interface TierSeed {
  min_seats: number
  /** Null: no end. */
  max_seats: number | null
  /** In the currency's smallest unit. */
  price_per_seat: number
}

export interface DiscountSeed {
  id?: string
  ref?: string
  name?: string
  type: 'percentage' | 'fixed'
  /** Of a percentage: 1000 is 10 %. */
  basis_points?: number
  /** Of a fixed discount, in the currency's smallest unit. */
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
  /** Null for a customer without an address, who has no owner member either. */
  email?: string | null
  /** Whether the customer was deleted after everything else of the seed was made. Default: no. */
  deleted?: boolean
  external_id?: string | null
  name?: string | null
  /** A ref for the owner that is made by itself. */
  owner_ref?: string
  /** Default: a team if there is a member beside the owner, else an individual. */
  type?: 'team' | 'individual'
  /** How charges to the default card end. Default: there is no card. */
  payment_method?: 'ok' | 'declined' | 'requires_action' | null
  /** Beside an owner with the customer's email, unless one is among them. */
  members?: MemberSeed[]
}

export interface MemberSeed {
  id?: string
  ref?: string
  email?: string
  name?: string | null
  external_id?: string | null
  role?: 'owner' | 'billing_manager' | 'member'
}

/** What seats are bought with; product and customer are refs of the organization's, its first ones unless named. */
export interface SourceSeed {
  id?: string
  ref?: string
  product?: string
  customer?: string
  /** What the portal may name it by. */
  checkout_id?: string
  seats?: number
  /** Whether it was deleted. Default: no. */
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

/** A subscription. Times are ISO 8601; what is left out follows from the status and the period. */
export interface SubscriptionSeed extends SourceSeed {
  /** Default: `active`. */
  status?: 'incomplete' | 'incomplete_expired' | 'trialing' | 'active' | 'past_due' | 'canceled' | 'unpaid' | 'paused'
  /** A ref of the organization's discounts. */
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
  /** At most 50 texts, numbers and booleans. */
  metadata?: Record<string, string | number | boolean>
}

export interface OrderSeed extends Omit<SourceSeed, 'product'> {
  /** Null for an order without a product. */
  product?: string | null
  status?: 'pending' | 'paid' | 'refunded' | 'partially_refunded'
}

export interface RosterSeed {
  id?: string
  ref?: string
  email?: string
  /** Default: `claimed`. */
  status?: 'pending' | 'claimed' | 'revoked'
  /** Makes a claimed seat that nobody has, as a claim that overlaps a revoke leaves one on the real server. */
  nobody?: boolean
  metadata?: Record<string, unknown>
}

export interface WebhookSeed {
  id?: string
  /** Where events are posted to. */
  url?: string
  /** In place of a URL, in this process: gets the requests that an endpoint would get. */
  handler?: (request: Request) => Response | Promise<Response>
  /** Any text. Made where none is given. */
  secret?: string
  /** Whether the secret holds the key in base64, after `whsec_` or without it, or is itself the key. Default: base64 where it can be, after `whsec_`. */
  key?: 'base64' | 'text'
  /** The kinds of events that it hears of. Default: the three of seats. */
  events?: string[]
}
