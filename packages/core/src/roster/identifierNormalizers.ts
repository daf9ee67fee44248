import { addressKey } from './addressKey.ts'
import { plainId } from './plainId.ts'

export type IdentifierKind = 'email' | 'member_id' | 'external_member_id'

/** For each kind of identifier: the function that returns the form in which two identifiers are compared. */
export const identifierNormalizers: Record<IdentifierKind, (identifier: string) => string> = {
  email: addressKey,
  member_id: plainId,
  external_member_id: (id) => id,
}

export const identifierKinds: IdentifierKind[] = ['email', 'member_id', 'external_member_id']
