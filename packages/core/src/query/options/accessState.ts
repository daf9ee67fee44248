import type { SeatAccess } from '../../schemas/SeatAccess.ts'

/** The state of a page for people with a seat: it shows nothing yet, its content, or how to get a seat. */
export type SeatAccessState = 'checking' | 'seated' | 'not'

/** Returns the state of a query that reads a `SeatAccess`. Without an answer, an error counts as no seat. */
export const accessState = (access: SeatAccess | undefined, error: unknown): SeatAccessState =>
  access?.seated === true ? 'seated' : access === undefined && error === null ? 'checking' : 'not'
