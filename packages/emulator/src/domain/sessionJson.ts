import { createHash } from 'node:crypto'
import { formatTime } from '../clock/formatTime.ts'
import type { CustomerRow } from '../storage/rows.ts'
import type { SessionRow } from '../storage/sessions.ts'

const gravatar = (email: string) => {
  const hash = createHash('sha256').update(email.toLowerCase()).digest('hex')
  return `https://www.gravatar.com/avatar/${hash}?d=404`
}

const customerView = (customer: CustomerRow) => ({
  id: customer.id,
  created_at: formatTime(customer.created_at),
  modified_at: customer.modified_at === null ? null : formatTime(customer.modified_at),
  metadata: {},
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
  default_payment_method_id: null,
  deleted_at: null,
  first_user_event_at: null,
  avatar_url: customer.email === null ? null : gravatar(customer.email),
})

/** A session as the API shows it, this once with its token. */
export function sessionJson(
  session: SessionRow,
  customer: CustomerRow,
  { portal, email }: { portal: string; email: string | null },
): string {
  const query = new URLSearchParams({ customer_session_token: session.token, email: email ?? 'None' })
  return JSON.stringify({
    created_at: formatTime(session.created_at),
    modified_at: null,
    id: session.id,
    token: session.token,
    expires_at: formatTime(session.expires_at),
    return_url: session.return_url,
    customer_portal_url: `${portal}?${query}`,
    customer_id: customer.id,
    customer: customerView(customer),
  })
}
