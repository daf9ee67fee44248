import type { MemberRole } from '../../schemas/SeatMember.ts'
import type { SessionUser } from './getSessionUser.ts'

/** Returns whether a role may change seats, payment and members. */
export const isManagerRole = (role: MemberRole | null): boolean => role === 'owner' || role === 'billing_manager'

/** Returns whether Polar lets the person of a session read and change the members. A customer's session may not. */
export const managesMembers = ({ type, role }: SessionUser): boolean => type === 'member' && isManagerRole(role)
