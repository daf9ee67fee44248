import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import { addressKey } from './addressKey.ts'
import { plainId } from './plainId.ts'

/** The same text for the same person, however they are spelled. Null, as JSON has it, is as good as nothing. */
export function recipientKey(recipient: SeatRecipient): string {
  const { email, member_id, customer_id, external_member_id, external_customer_id } = recipient
  if (email) return `email ${addressKey(email)}`
  if (member_id) return `member ${plainId(member_id)}`
  if (customer_id) return `customer ${plainId(customer_id)}`
  return external_member_id ? `external member ${external_member_id}` : `external customer ${external_customer_id}`
}
