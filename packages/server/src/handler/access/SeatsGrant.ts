import type { SeatSource, SeatsOperation } from '@seats/core'
import type { SeatCountOperation } from './SeatCountOperation.ts'

/** The operations that a grant's `operations` can list. */
export type GrantableOperation = Exclude<
  SeatsOperation,
  | SeatCountOperation
  | 'listClaimedSubscriptions'
  | 'getSessionUser'
  | 'listMembers'
  | 'addMember'
  | 'updateMember'
  | 'removeMember'
>

/** The id or address by which a user is found on rosters. Give one of the three. */
export type GrantedOccupant =
  | { email: string; external_member_id?: undefined; member_id?: undefined }
  | { email?: undefined; external_member_id: string; member_id?: undefined }
  | { email?: undefined; external_member_id?: undefined; member_id: string }

interface GrantBase {
  /** The subscriptions and orders that this user can reach. The other fields say what the user may do there. */
  sources: SeatSource[]
  /** Lets this user seat people without an invitation. Default: false. */
  immediateClaim?: boolean | undefined
  /**
   * Lets this user seat people by `customer_id` and `external_customer_id`. Such an id can name any customer of your
   * organization, and the assigned seat shows that customer's address. Do not allow this to the users of your
   * customers. Default: false.
   */
  customerIds?: boolean | undefined
  /**
   * `'read'` lets this user see the subscription, `'buy'` also buy more seats, and `'change'` also reduce the seat
   * count. The setting that lets customers change their seats in Polar's own portal has no effect here. Default:
   * nothing.
   */
  seatCount?: 'read' | 'buy' | 'change' | undefined
  /** The largest seat count that this user may choose. Default: only the limit of the price. */
  maxSeats?: number | undefined
  /**
   * Names this user in the audit, and gives them a limit of calls of their own. Use the id of your user, never a token.
   */
  actor?: string | undefined
}

/** Says what one signed-in user may do. Everything else is refused. */
export type SeatsGrant = GrantBase &
  (
    | {
        /**
         * The operations on seats that this user may use. Default: all except `getMySeats` and `getSeatAccess`, which
         * need an `occupant`.
         */
        operations?: readonly GrantableOperation[] | undefined
        occupant?: undefined
      }
    | {
        /**
         * The operations on seats that this user may use. Required if there is an `occupant`, so that members cannot
         * revoke each other's seats by mistake.
         */
        operations: readonly GrantableOperation[]
        /**
         * The id or address of this user on rosters, for `getMySeats` and `getSeatAccess`, and to mark their own row on
         * a team page (`getSeatPermissions`). An address must be one that your app has verified.
         */
        occupant: GrantedOccupant
      }
  )

/** Describes the call that `authorize` decides about. */
export interface AuthorizeContext {
  operation: SeatsOperation
  /** The source that the request names. Always null for a revoke, for a resend and for `getMySeats`. */
  source: SeatSource | null
  /** The seat count that a preview or a purchase asks for. */
  seats?: number | undefined
}

/**
 * Says what the sender of a request may do, or returns null if nobody is signed in. Use only the request's headers,
 * because its body has already been read.
 */
export type Authorize = (request: Request, context: AuthorizeContext) => SeatsGrant | null | Promise<SeatsGrant | null>
