import { addressKey } from '../../roster/addressKey.ts'
import type { TeamMember } from '../../schemas/TeamMember.ts'
import { hueOf } from '../people/hueOf.ts'
import { initialsOf } from '../people/initialsOf.ts'
import type { PanelMessages } from '../../messages/PanelMessages.ts'

/** A row of the list of members. */
export interface MemberRow {
  member: TeamMember
  name: string
  /** The member's address. Null if it is shown as the name. */
  address: string | null
  initials: string
  hue: number
  role: string
  isYou: boolean
  /** False for the owner and for the user: Polar refuses to remove them, or to take their role away. */
  canChange: boolean
}

/** The address or the member id of the signed-in user. */
export interface MemberName {
  email?: string | undefined
  member_id?: string | null | undefined
}

/** Returns the rows of the members: first the user, then the others by name. */
export function memberRows(members: TeamMember[], you: MemberName | undefined, messages: PanelMessages): MemberRow[] {
  const { compare } = new Intl.Collator(messages.locale)
  return members
    .map((member) => {
      const name = member.name ?? member.email
      const isYou = you?.member_id
        ? member.id === you.member_id
        : you?.email !== undefined && addressKey(member.email) === addressKey(you.email)
      return {
        member,
        name,
        address: name === member.email ? null : member.email,
        initials: initialsOf(name),
        hue: hueOf(member.email),
        role: roleName(member.role, messages),
        isYou,
        canChange: !isYou && member.role !== 'owner',
      }
    })
    .toSorted((a, b) => Number(b.isYou) - Number(a.isYou) || compare(a.name, b.name))
}

/** Returns the name of a role in the language of the page, or the role itself if the catalogue does not have it. */
export const roleName = (role: string, { role: names }: PanelMessages): string =>
  new Map(Object.entries(names)).get(role) ?? role

/** The roles that a user can choose for other members. */
export const givenRoles = ['member', 'billing_manager'] as const

export type GivenRole = (typeof givenRoles)[number]

/** Returns the role that is the value of a `<select>`. */
export const readRole = (value: string): GivenRole => givenRoles.find((role) => role === value) ?? 'member'
