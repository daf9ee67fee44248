import { demoApi } from './demoApi.ts'

/** An invitation email that Polar would have sent. */
export interface InboxEmail {
  id: string
  to: string
  subject: string
  text: string
  /** The claim page that it leads to. */
  link: string
  sent_at: string
}

export const getInbox = async (): Promise<InboxEmail[]> => (await demoApi<{ emails: InboxEmail[] }>('/inbox')).emails
