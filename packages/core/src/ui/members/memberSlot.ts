import type { TeamMember } from '../../schemas/TeamMember.ts'
import type { MemberRow } from './memberRows.ts'

/** The values that a slot or render prop of `Members` gets for one member. */
export interface MemberSlot {
  member: TeamMember
  /** True for the signed-in user. */
  you: boolean
  /** The person's name, or their address if the name is not known. */
  name: string
  /** The person's address. Null if it is shown as the name. */
  address: string | null
  initials: string
  /** The name of the role, in the language of the page. */
  role: string
  /** True if the user may change the role of this member, and remove them. */
  canChange: boolean
}

/** Returns the values that the slots of a member get. */
export const memberSlot = ({ member, isYou, name, address, initials, role, canChange }: MemberRow): MemberSlot => ({
  member,
  you: isYou,
  name,
  address,
  initials,
  role,
  canChange,
})
