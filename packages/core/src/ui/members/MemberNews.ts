import type { TeamMember } from '../../schemas/TeamMember.ts'

/** The message after a change of the members. */
export interface MemberNews {
  message: string
  /**
   * The member that the message is about, with the role that they had when it was written. Undefined if the message
   * cannot become untrue.
   */
  member?: TeamMember
}

/** Returns false if the list shows that the message is no longer true: the member is gone, or has another role. */
export const isMemberNewsTrue = ({ member }: MemberNews, members: TeamMember[] | undefined): boolean =>
  member === undefined ||
  members === undefined ||
  members.some(({ id, role }) => id === member.id && role === member.role)
