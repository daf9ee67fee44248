/**
 * The input of `claimSeat`.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 */
export interface SeatClaim {
  /** The token of the invitation link: 43 URL-safe characters. */
  invitation_token: string
}
