import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import { occupantKinds } from './occupantNames.ts'

/** Returns whether a roster can show this recipient's seat. A roster has no customer ids. */
export const isOnRosters = (recipient: SeatRecipient): boolean => occupantKinds.some((kind) => recipient[kind])
