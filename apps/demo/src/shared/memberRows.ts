import type { TeamMember } from '@seats/core'
import { formatInitials, hueOf } from './format.ts'
import { text } from './text.ts'

/** A member as the list shows them. */
export interface MemberRow {
  member: TeamMember
  name: string
  initials: string
  hue: number
  role: string
  isYou: boolean
  /** Polar lets nobody change or remove the owner or themselves. */
  canChange: boolean
}

export function memberRows(members: TeamMember[], yourAddress: string): MemberRow[] {
  return members
    .map((member) => {
      const name = member.name ?? member.email
      const isYou = member.email.toLowerCase() === yourAddress.toLowerCase()
      return {
        member,
        name,
        initials: formatInitials(name),
        hue: hueOf(member.email),
        role: roleName(member.role),
        isYou,
        canChange: !isYou && member.role !== 'owner',
      }
    })
    .toSorted((a, b) => Number(b.isYou) - Number(a.isYou) || a.name.localeCompare(b.name, 'en'))
}

export const roleName = (role: string): string => new Map(Object.entries(text.role)).get(role) ?? role

/** The roles that an owner gives to others. */
export const givenRoles = ['member', 'billing_manager'] as const

export type GivenRole = (typeof givenRoles)[number]

/** Returns the role that a select has as its value. */
export const readRole = (value: string): GivenRole => givenRoles.find((role) => role === value) ?? 'member'
