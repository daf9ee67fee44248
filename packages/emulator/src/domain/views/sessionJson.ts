import { formatTime } from '../../clock/formatTime.ts'
import type { CustomerRow } from '../../storage/database/rows.ts'
import type { SessionRow } from '../../storage/people/sessions.ts'
import { customerView } from './customerView.ts'

/** Returns a new session as the API shows it. Only this answer contains the token. */
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
