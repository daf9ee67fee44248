import type { TeamMember } from '../../schemas/TeamMember.ts'

/** The message after a change of the members. */
export interface MemberNews {
  message: string
  /** The member that the message is about, with the role that it names. Undefined for a message that stays true. */
  member?: TeamMember
}

/** Returns whether the message is still true: the member is on the list, with the same role. */
export const isMemberNewsTrue = ({ member }: MemberNews, members: TeamMember[] | undefined): boolean =>
  member === undefined ||
  members === undefined ||
  members.some(({ id, role }) => id === member.id && role === member.role)
