import { isObject, isText, isTextOrNull } from '../../internal/runtime/is.ts'
import { call } from '../../internal/wire/call.ts'
import type { Transport } from '../../internal/wire/Transport.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import type { MemberRole } from '../../schemas/SeatMember.ts'

/** The person of a session. A customer's session has neither a member nor a role. */
export interface SessionUser {
  type: 'member' | 'customer' | (string & {})
  role: MemberRole | null
  member_id?: string | null | undefined
}

const isSessionUser = (value: unknown): value is SessionUser =>
  isObject(value) && isText(value.type) && isTextOrNull(value.role) && isTextOrNull(value.member_id ?? null)

/** @see https://polar.sh/docs/api-reference/customer-portal/customer-session/user */
export const getSessionUser = (transport: Transport, options?: CallOptions): Promise<SessionUser> =>
  call(
    transport,
    { operation: 'getSessionUser', method: 'GET', path: '/v1/customer-portal/customer-session/user', safe: true },
    isSessionUser,
    options,
  )
