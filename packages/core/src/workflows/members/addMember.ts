import { throwIfIssues, inputIssue, textIssues } from '../../internal/input/inputIssues.ts'
import { isEmailAddress } from '../../internal/input/isEmailAddress.ts'
import { addressKey } from '../../roster/addressKey.ts'
import { isTeamMember, type TeamMember } from '../../schemas/TeamMember.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { clockToleranceMs } from '../run/clockToleranceMs.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { changeMember } from './changeMember.ts'
import { findMember } from './findMember.ts'
import { membersPath } from './listMembers.ts'

export interface AddMemberParams {
  email: string
  name?: string | undefined
  /** Default `member`. An owner cannot be added: add the person first, then change the role. */
  role?: 'member' | 'billing_manager' | undefined
}

export interface AddedMember {
  member: TeamMember
  /**
   * False if a member had this address already. They keep their name and role. If somebody else adds the same address
   * with the same name and role within two seconds, both get `true`.
   */
  created: boolean
}

/**
 * Adds a member to the paying customer. The member gets no seat, no invitation and no mail.
 *
 * @throws SeatsError `RequestValidationError` for an invalid address, and for the role `owner`; otherwise like
 * `listMembers`
 * @see https://polar.sh/docs/api-reference/customer-portal/members/create
 *
 * @example
 * ```ts
 * import { addMember, createSeatsClient } from '@seats/core'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * const { created } = await addMember(client, { email: 'ada@example.com', role: 'billing_manager' })
 * console.log(created ? 'Added' : 'Is a member already')
 * ```
 */
export async function addMember(
  client: AnyClient,
  { email, name, role }: AddMemberParams,
  options: WorkflowOptions = {},
): Promise<AddedMember> {
  const loc = ['body', 'email']
  const issues = textIssues(email, loc)
  if (issues.length === 0 && !isEmailAddress(email)) {
    issues.push(inputIssue('invalid_email', loc, 'This is not an email address', email))
  }
  if ((role as string) === 'owner') {
    issues.push(inputIssue('owner_membership', ['body', 'role'], ownerRoleProblem, role))
  }
  throwIfIssues('addMember', issues)
  const hasSameAddress = (member: TeamMember) => addressKey(member.email) === addressKey(email)
  // Polar gives the same answer for a new and a known address, so the list is read first.
  const existingMember = await findMember(client, hasSameAddress, options)
  if (existingMember !== undefined) return { member: existingMember, created: false }
  const addedSinceMs = client.earliestNow() - clockToleranceMs
  const member = await changeMember(client, options, {
    wireCall: { operation: 'addMember', method: 'POST', path: membersPath, body: { email, name, role } },
    isValid: isTeamMember,
    readAfterLostAnswer: () => findMember(client, hasSameAddress, options),
  })
  // Another user may have added the address after the list was read.
  const isOlder = Date.parse(member.created_at) < addedSinceMs
  const hasRequestedFields = (name === undefined || member.name === name) && member.role === (role ?? 'member')
  return { member, created: !isOlder && hasRequestedFields }
}

const ownerRoleProblem = 'Nobody is added as the owner. Add a member, then let the owner appoint them'
