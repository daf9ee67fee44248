import type { SeatSource, SeatsOperation } from '@seats/core'

/** What one signed-in user may do. Nothing outside of it is reachable. */
export interface Grant {
  /** The subscriptions and orders whose seats this user manages. */
  sources: SeatSource[]
  /** The operations this user may use. Default: all. */
  operations?: readonly SeatsOperation[] | undefined
  /** Lets this user seat people without an invitation. Default `false`. */
  immediateClaim?: boolean | undefined
  /**
   * Lets this user seat people by `customer_id` and `external_customer_id`. These name any customer of your
   * organization, whose address the seat then shows: leave it out for your customers' own users. Default `false`.
   */
  customerIds?: boolean | undefined
  /** Who this is, for the audit and the rate budget: your user's id, say. Never a token. */
  actor?: string | undefined
}

/** What is asked for. `source` is null for calls on a seat's id. */
export interface AuthorizeContext {
  operation: SeatsOperation
  source: SeatSource | null
}

/** Who is asking, and what may they do? Null for nobody. The request's headers are what to look at: its body is read. */
export type Authorize = (request: Request, context: AuthorizeContext) => Grant | null | Promise<Grant | null>
