import { addressKey } from './addressKey.ts'
import { plainId } from './plainId.ts'

type IdentifierName = 'email' | 'member_id' | 'customer_id' | 'external_member_id' | 'external_customer_id'

/**
 * Returns a text that is the same for all spellings of a recipient's identifier. A field that is null counts as absent.
 */
export function recipientKey(recipient: { [Name in IdentifierName]?: string | null | undefined }): string {
  const { email, member_id, customer_id, external_member_id, external_customer_id } = recipient
  if (email) return `email ${addressKey(email)}`
  if (member_id) return `member ${plainId(member_id)}`
  if (customer_id) return `customer ${plainId(customer_id)}`
  return external_member_id ? `external member ${external_member_id}` : `external customer ${external_customer_id}`
}
