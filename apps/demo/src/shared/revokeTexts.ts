import { isNobodysSeat, type CustomerSeat } from '@seats/core'
import { rowName } from './rosterRows.ts'
import { text } from './text.ts'

/** Returns the notices of a revoke. A seat that nobody has is freed, and cannot be given back to anyone. */
export function revokeTexts(seat: CustomerSeat): { running: string; done: string; canUndo: boolean } {
  if (isNobodysSeat(seat)) return { running: text.freeing, done: text.freed, canUndo: false }
  const who = rowName(seat)
  return { running: text.revoking(who), done: text.revoked(who), canUndo: true }
}
