import { randomUUID } from 'node:crypto'
import { sessions, type SessionRow } from '../../storage/people/sessions.ts'
import type { Context } from '../context/Context.ts'
import { generateToken } from './generateToken.ts'

const lifetimeMicroseconds = 3600 * 1_000_000

interface SessionOptions {
  customerId: string
  memberId: string | null
  returnUrl: string | null
}

/** Creates a session of one hour, for a member or for a customer. */
export function createSession(context: Context, { customerId, memberId, returnUrl }: SessionOptions): SessionRow {
  const now = context.clock.now()
  const session: SessionRow = {
    id: randomUUID(),
    token: generateToken(memberId === null ? 'polar_cst_' : 'polar_mst_'),
    customer_id: customerId,
    member_id: memberId,
    return_url: returnUrl,
    expires_at: now + lifetimeMicroseconds,
    created_at: now,
  }
  sessions.insert(context.database, session)
  return session
}
