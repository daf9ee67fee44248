import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import { identifierKinds } from './identifierNormalizers.ts'

/**
 * Returns whether a roster can show this recipient's seat. It cannot if the recipient has only a customer id, because
 * rosters do not have the customer ids of occupants.
 */
export const canRosterShow = (recipient: SeatRecipient): boolean => identifierKinds.some((kind) => recipient[kind])
