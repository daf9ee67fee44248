import { formatTime } from '../clock/formatTime.ts'
import type { EmailRow } from '../storage/outbox.ts'

export const emailView = (email: EmailRow) => ({
  id: email.id,
  to: email.recipient,
  subject: email.subject,
  text: `${email.subject}. Claim your seat within 24 hours: ${email.claim_url}`,
  claim_url: email.claim_url,
  invitation_token: new URL(email.claim_url).searchParams.get('token') ?? '',
  seat_id: email.seat_id,
  sent_at: formatTime(email.sent_at),
})

/** An invitation email that the emulator would have sent. */
export type OutboxEmail = ReturnType<typeof emailView>
