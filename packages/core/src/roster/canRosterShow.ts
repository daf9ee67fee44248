import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import { identifierKinds } from './identifierNormalizers.ts'

/**
 * Returns whether every roster can show this recipient's seat. For a recipient who has only a customer id, the result
 * is false, because with Polar's member model a roster does not have the customer ids of occupants.
 */
export const canRosterShow = (recipient: SeatRecipient): boolean => identifierKinds.some((kind) => recipient[kind])
