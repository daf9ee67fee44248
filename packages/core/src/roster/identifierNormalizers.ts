import { addressKey } from './addressKey.ts'
import { plainId } from './plainId.ts'

export type IdentifierKind = 'email' | 'member_id' | 'external_member_id'

/** For each identifier of an occupant: returns the form in which it is compared. */
export const identifierNormalizers: Record<IdentifierKind, (name: string) => string> = {
  email: addressKey,
  member_id: plainId,
  external_member_id: (id) => id,
}

export const identifierKinds: IdentifierKind[] = ['email', 'member_id', 'external_member_id']
