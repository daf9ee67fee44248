import type { SeatClaimInfo } from '../../schemas/SeatClaimInfo.ts'
import type { ClaimFlowState } from '../../workflows/claim/ClaimFlowState.ts'
import type { ClaimScreen } from './claimScreen.ts'

/** The values that a slot or render prop of `ClaimPage` gets. */
export interface ClaimSlot extends Pick<ClaimScreen, 'kind' | 'title' | 'body'> {
  /** The invitation: the organization, the product and the address. Undefined if it is not known. */
  info: SeatClaimInfo | undefined
}

/** Returns the values that the slots of the claim page get. No value contains a token. */
export const claimSlot = ({ kind, title, body }: ClaimScreen, state: ClaimFlowState): ClaimSlot => ({
  kind,
  title,
  body,
  info: 'info' in state ? (state.info ?? undefined) : undefined,
})
