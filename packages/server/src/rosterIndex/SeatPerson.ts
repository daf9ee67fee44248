import { addressKey } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'

/**
 * A person whom the gate is asked about. Give every id and address that you know. The strongest of them that is on the
 * roster decides: `member_id` before `external_member_id` before `email`.
 */
export interface SeatPerson {
  member_id?: string | null | undefined
  external_member_id?: string | null | undefined
  /** Give only an address that your app has verified, because everybody can type the address of another person. */
  email?: string | null | undefined
}

/** The kinds of identifiers of a person, the strongest first. */
export const kindsByStrength = ['member_id', 'external_member_id', 'email'] as const

export type IdentifierKind = (typeof kindsByStrength)[number]

/** For each kind: returns the text by which two identifiers are compared. */
export const identifierKey: Record<IdentifierKind, (identifier: string) => string> = {
  member_id: (id) => parseUuid(id) ?? id,
  external_member_id: (id) => id,
  email: addressKey,
}
