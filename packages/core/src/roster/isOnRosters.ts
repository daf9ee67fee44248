import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import { identifierKinds } from './identifierNormalizers.ts'

/** Returns whether a roster can show this recipient's seat. A roster has no customer ids. */
export const isOnRosters = (recipient: SeatRecipient): boolean => identifierKinds.some((kind) => recipient[kind])
