import type { SeatSource } from '@seats/core'
import type { RecoveryPerson } from './SeatRecord.ts'

/** The action of a recovery for a person, or the reason why it does nothing. */
export type RecoveryAction =
  /** The person gets the seat back at once, because they had claimed it. */
  | 'claim'
  /** The person is invited again, because their invitation had not expired. */
  | 'invite'
  /** The person has a seat, and keeps it. */
  | 'seated'
  /** The invitation had expired. */
  | 'expired'
  /** Somebody revoked the seat during the lapse. */
  | 'revoked'
  /** The person is no longer a member of the paying customer. */
  | 'left'
  /** It is not known why the seat was lost. A recovery does not restore it automatically. */
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

/** The people of a team after a lapse, and what a recovery would do for each. A plan is plain JSON. */
export interface RecoveryPlan {
  source: SeatSource
  /** A fingerprint of the people and their actions. It changes if the people or an action change. */
  id: string
  /** True if the subscription has ended. Then `restore` needs another source. */
  isEnded: boolean
  people: PlannedPerson[]
  availableSeats: number
  /** True if there is a free seat for everybody whose action is `claim` or `invite`. */
  fits: boolean
  /**
   * The keys of the people who should get the free seats. Empty if `fits`. People who had claimed come before people
   * who were invited. Among equals, those who had their seat longer come first.
   */
  suggestion: string[]
}

/** Returns whether the plan is to seat this person again. */
export const isWanted = ({ action }: PlannedPerson): boolean => action === 'claim' || action === 'invite'

/** Returns whether an admin has to decide about a person in the plan. */
export const needsDecision = ({ people }: RecoveryPlan): boolean => people.some(({ action }) => action === 'unsure')
