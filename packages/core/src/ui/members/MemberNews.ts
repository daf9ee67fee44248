import type { TeamMember } from '../../schemas/TeamMember.ts'

/** The message after a change of the members. */
export interface MemberNews {
  message: string
  /** The member in the message, with the role in the message. Undefined for a message that stays true. */
  member?: TeamMember
}

/** Returns false if the list shows that the message is no longer true: the member is gone, or has another role. */
export const isMemberNewsTrue = ({ member }: MemberNews, members: TeamMember[] | undefined): boolean =>
  member === undefined ||
  members === undefined ||
  members.some(({ id, role }) => id === member.id && role === member.role)
