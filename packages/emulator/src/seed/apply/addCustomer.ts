import { randomUUID } from 'node:crypto'
import { customers } from '../../storage/people/customers.ts'
import { members } from '../../storage/people/members.ts'
import type { SeededOrganization, Seeding } from './Seeding.ts'
import type { ParsedOrganization } from '../schema/seedSchema.ts'

type ParsedCustomer = ParsedOrganization['customers'][number]

/**
 * Adds a customer and their members. If no owner is given, adds an owner with the customer's email. Returns the
 * customer's id, or undefined if the customer was refused.
 */
export function addCustomer(
  seeding: Seeding,
  organization: SeededOrganization,
  seed: ParsedCustomer,
  { number, path }: { number: number; path: string },
): string | undefined {
  const { database, clock } = seeding.context
  const created_at = clock.now()
  const { id = randomUUID(), external_id, name } = seed
  const email = seed.email === undefined ? `${seed.ref ?? `customer${number}`}@example.com` : seed.email
  const isTeam = seed.type === 'team' || seed.members.some(({ role }) => role !== 'owner')
  const { payment_method } = seed
  const added = seeding.collectProblems(path, () =>
    customers.insert(database, {
      id,
      organization_id: organization.id,
      email,
      external_id,
      name,
      type: isTeam ? 'team' : 'individual',
      payment_method,
      default_payment_method_id: payment_method === null ? null : randomUUID(),
      metadata: '{}',
      created_at,
      modified_at: isTeam || payment_method !== null ? created_at : null,
      deleted_at: null,
    }),
  )
  if (!added) return undefined
  seeding.storeRef(organization, seed.ref, id, path)
  const memberBase = { customer_id: id, created_at }
  if (email !== null && !seed.members.some(({ role }) => role === 'owner')) {
    const owner = { email, external_id, name, role: 'owner' as const }
    const ownerId = randomUUID()
    members.insert(database, { ...memberBase, ...owner, id: ownerId, modified_at: null })
    seeding.storeRef(organization, seed.owner_ref, ownerId, path, 'owner_ref')
  } else if (seed.owner_ref !== undefined) {
    seeding.problems.push({
      path: `${path}.owner_ref`,
      message: '`owner_ref` has no effect, because the members include an owner. Give that member the ref.',
    })
  }
  seed.members.forEach(({ ref, ...member }, index) => {
    const memberPath = `${path}.members.${index}`
    const memberId = member.id ?? randomUUID()
    const address = member.email ?? `${ref ?? `member${index + 1}`}@example.com`
    seeding.collectProblems(memberPath, () =>
      members.insert(database, { ...member, ...memberBase, id: memberId, email: address, modified_at: created_at }),
    )
    seeding.storeRef(organization, ref, memberId, memberPath)
  })
  return id
}
