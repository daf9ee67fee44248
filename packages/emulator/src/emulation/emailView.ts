import { formatTime } from '../clock/formatTime.ts'
import type { EmailRow } from '../storage/people/outbox.ts'

export const emailView = (email: EmailRow) => ({
  id: email.id,
  to: email.recipient,
  subject: email.subject,
  text:
    email.claim_url === null ? email.subject : `${email.subject}. Claim your seat within 24 hours: ${email.claim_url}`,
  /** The link, the token and the id of the seat are empty texts unless the email is an invitation. */
  claim_url: email.claim_url ?? '',
  invitation_token: email.claim_url === null ? '' : (new URL(email.claim_url).searchParams.get('token') ?? ''),
  seat_id: email.seat_id ?? '',
  sent_at: formatTime(email.sent_at),
})

/** An email that Polar would have sent: an invitation, or a message about a subscription. */
export type OutboxEmail = ReturnType<typeof emailView>
