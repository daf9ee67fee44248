import { createHash } from 'node:crypto'
import { formatTime } from '../../clock/formatTime.ts'
import { formatTimeOrNull } from '../../clock/formatTimeOrNull.ts'
import type { CustomerRow } from '../../storage/database/rows.ts'

const gravatarUrl = (email: string) => {
  const hash = createHash('sha256').update(email.toLowerCase()).digest('hex')
  return `https://www.gravatar.com/avatar/${hash}?d=404`
}

export const avatarUrl = ({ email }: CustomerRow): string | null => (email === null ? null : gravatarUrl(email))

/** Returns a customer as the API shows it. */
export const customerView = (customer: CustomerRow) => ({
  id: customer.id,
  created_at: formatTime(customer.created_at),
  modified_at: formatTimeOrNull(customer.modified_at),
  metadata: JSON.parse(customer.metadata) as unknown,
  external_id: customer.external_id,
  email: customer.email,
  email_verified: false,
  type: customer.type,
  name: customer.name,
  billing_name: customer.name,
  billing_address: null,
  tax_id: null,
  locale: null,
  organization_id: customer.organization_id,
  default_payment_method_id: customer.default_payment_method_id,
  deleted_at: formatTimeOrNull(customer.deleted_at),
  first_user_event_at: null,
  avatar_url: avatarUrl(customer),
})

/** Returns a customer in the form of `user`, an older field that subscriptions and orders still have. */
export const userView = (customer: CustomerRow) => ({
  id: customer.id,
  email: customer.email,
  public_name: [...(customer.name || customer.email || '?')][0],
  avatar_url: avatarUrl(customer),
  github_username: null,
})
