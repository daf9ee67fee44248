import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import { emailAddress } from './emailAddress.ts'

/** The same text for the same person, however they are spelled. */
export function recipientKey(recipient: SeatRecipient): string {
  const { email, member_id, customer_id, external_member_id, external_customer_id } = recipient
  if (email !== undefined) return `email ${emailAddress(email)}`
  if (member_id !== undefined) return `member ${member_id.toLowerCase()}`
  if (customer_id !== undefined) return `customer ${customer_id.toLowerCase()}`
  return external_member_id === undefined
    ? `external customer ${external_customer_id}`
    : `external member ${external_member_id}`
}
