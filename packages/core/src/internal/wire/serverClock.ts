import { invitationLifetimeMs } from '../runtime/invitationLifetimeMs.ts'
import { isObject, isText } from '../runtime/is.ts'
import { parseHttpDate } from './parseHttpDate.ts'

/**
 * Estimates the server's time from the server's answers, because this machine's clock may be wrong by years. All times
 * are in milliseconds.
 */
export interface ServerClock {
  /** Returns the server's time. Until an answer has contained that time, returns this machine's time. */
  now(): number
  /** Returns a time that the server's clock has certainly reached: 0 if no answer has contained that clock's time. */
  earliestNow(): number
  /** Reads the `Date` header of an answer. `header` is null if a browser may not read it. */
  readDate(header: string | null): void
  /** Reads the times in the answer to a change. The server's clock has reached the newest of them. */
  readChange(answer: unknown): void
}

/**
 * Smaller differences to the server's clock are ignored. A `Date` header has whole seconds, and the answer takes some
 * time.
 */
const toleranceMs = 2_000

export function createServerClock(machineNow: () => number): ServerClock {
  let offsetMs: number | undefined
  let isFromDate = false
  let lastHeader: string | null = null
  let serverTimeMs: number | undefined
  const now = () => machineNow() + (offsetMs ?? 0)
  return {
    now,
    earliestNow: () => (offsetMs === undefined ? 0 : now()),
    readDate(header) {
      // The answers of one second have the same header, and parsing it takes time.
      if (header !== lastHeader) serverTimeMs = parseHttpDate((lastHeader = header))
      if (serverTimeMs === undefined) return
      const msAhead = now() - serverTimeMs
      if (msAhead < 0 || msAhead > toleranceMs) offsetMs = serverTimeMs - machineNow()
      isFromDate = true
      offsetMs ??= 0
    },
    readChange(answer) {
      if (isFromDate) return
      const newestTimeMs = newestTime(isObject(answer) && isObject(answer.seat) ? answer.seat : answer)
      if (Number.isFinite(newestTimeMs)) offsetMs = Math.max(offsetMs ?? -Infinity, newestTimeMs - machineNow())
    },
  }
}

function newestTime(seat: unknown): number {
  if (!isObject(seat)) return -Infinity
  const { created_at, modified_at, claimed_at, revoked_at, invitation_token_expires_at: expiresAt } = seat
  const times = [created_at, modified_at, claimed_at, revoked_at].map(parseTime)
  return Math.max(...times, parseTime(expiresAt) - invitationLifetimeMs)
}

const parseTime = (value: unknown) => (isText(value) ? Date.parse(value) || -Infinity : -Infinity)
