import { addressKey } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'

/**
 * Names a person whom the gate is asked about. Give every id and address that you know. The strongest decides:
 * `member_id`, then `external_member_id`, then `email`.
 */
export interface SeatPerson {
  member_id?: string | null | undefined
  external_member_id?: string | null | undefined
  /** Give only an address that your app has verified, because everybody can type the address of another person. */
  email?: string | null | undefined
}

/** The kinds of identifiers of a person, the strongest first. */
export const identifierKinds = ['member_id', 'external_member_id', 'email'] as const

export type IdentifierKind = (typeof identifierKinds)[number]

/** Returns the text by which two identifiers of a kind are compared. */
export const identifierKey: Record<IdentifierKind, (identifier: string) => string> = {
  member_id: (id) => parseUuid(id) ?? id,
  external_member_id: (id) => id,
  email: addressKey,
}
