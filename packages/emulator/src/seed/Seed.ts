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
  tokens?: TokenSeed[]
  products?: ProductSeed[]
  customers?: CustomerSeed[]
  subscriptions?: SourceSeed[]
  orders?: OrderSeed[]
  webhooks?: WebhookSeed[]
}

export interface TokenSeed {
  token: string
  /** Default: all there are for seats, and customer sessions. */
  scopes?: string[]
}

export interface ProductSeed {
  id?: string
  ref?: string
  name?: string
  recurring?: boolean
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

/** A subscription; product and customer are refs of the organization's, its first ones unless named. */
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

export interface OrderSeed extends Omit<SourceSeed, 'product'> {
  /** Null for an order without a product. */
  product?: string | null
  status?: 'pending' | 'paid' | 'refunded' | 'partially_refunded'
}

export interface RosterSeed {
  id?: string
  ref?: string
  email?: string
  status?: 'pending' | 'claimed' | 'revoked'
  /** Makes a claimed seat that nobody has, as a claim that overlaps a revoke leaves one on the real server. */
  nobody?: boolean
  metadata?: Record<string, unknown>
}

export interface WebhookSeed {
  id?: string
  url: string
  /** Any text. Made where none is given. */
  secret?: string
  /** Whether the secret holds the key in base64, after `whsec_` or without it, or is itself the key. Default: base64 where it can be, after `whsec_`. */
  key?: 'base64' | 'text'
}
