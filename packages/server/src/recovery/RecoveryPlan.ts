import type { SeatSource } from '@seats/core'
import type { RecoveryPerson } from './SeatRecord.ts'

/** What a recovery does for a person, or the reason why it does nothing. */
export type RecoveryAction =
  /** Gets the seat back at once, because they had claimed it. */
  | 'claim'
  /** Is invited again, because they had an invitation that had not expired. */
  | 'invite'
  /** Has a seat, and keeps it. */
  | 'seated'
  /** The invitation had expired. */
  | 'expired'
  /** Somebody revoked the seat during the lapse. */
  | 'revoked'
  /** Does not belong to the customer any more. */
  | 'left'
  /** Nothing shows why the seat was lost. A recovery does not restore it by itself. */
  | 'unsure'

export interface PlannedPerson {
  person: RecoveryPerson
  action: RecoveryAction
  /** The status of the seat that they had. */
  status: 'claimed' | 'pending'
  /** The time since which the person had the seat, as ISO text. */
  since: string
  metadata: Record<string, unknown> | null
}

/** The people of a team after a lapse. It is plain JSON. */
export interface RecoveryPlan {
  source: SeatSource
  /** A fingerprint of the people in the plan: another plan has another id. */
  id: string
  /** Whether the subscription has ended. Then `restore` needs another source. */
  isEnded: boolean
  people: PlannedPerson[]
  availableSeats: number
  /** Whether there is a free seat for everybody whose action is `claim` or `invite`. */
  fits: boolean
  /**
   * The keys of the people who should get the free seats if there are not enough. People who had claimed come first,
   * then people who had their seat longer.
   */
  suggestion: string[]
}

/** Returns whether a recovery seats this person by itself. */
export const isWanted = ({ action }: PlannedPerson): boolean => action === 'claim' || action === 'invite'
