import type { SeatsError } from '../../errors/SeatsError.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatClaimInfo } from '../../schemas/SeatClaimInfo.ts'
import type { ClaimBenefits } from './watchClaim.ts'

export type ClaimFlowState =
  | { status: 'loading' }
  /**
   * `error` is the error of an earlier claim whose answer was lost. The server says that this claim has not used the
   * invitation, so the seat can still be claimed.
   */
  | { status: 'ready'; info: SeatClaimInfo; error?: SeatsError }
  | { status: 'claiming'; info: SeatClaimInfo }
  | {
      status: 'claimed'
      info: SeatClaimInfo
      /** `null` if the claim's answer was lost: the seat is claimed, but its session cannot be fetched again. */
      seat: CustomerSeat | null
      customer_session_token: string | null
      benefits: ClaimBenefits
    }
  /** The link is unknown, expired, used or revoked. The person needs another link. */
  | { status: 'unavailable'; error: SeatsError }
  /**
   * Another failure: `claim()` continues at the step that failed. If loading the invitation got a 429, the flow loads
   * it again by itself when the server allows it.
   */
  | { status: 'failed'; error: SeatsError; info: SeatClaimInfo | null }
