import { demoApi } from './demoApi.ts'

/** The lab's data: the emails, webhooks and requests that a visitor of a real product does not see. */
export interface Lab {
  /** The emulator's time. */
  now: string
  emails: LabEmail[]
  deliveries: LabDelivery[]
  requests: LabRequest[]
  /** The faults injected since they were last cleared. */
  faults: string[]
  /** The status of the signed-in person's subscription. */
  subscription: string | null
  /** The latest event of the signed-in person's team. */
  team: TeamNews | null
}

/** Says that a team has lost its seats because of a failed payment, or that they were restored. */
export interface TeamNews {
  state: 'lapsed' | 'restored'
  people: number
}

/** An email that Polar would have sent, such as an invitation. */
export interface LabEmail {
  id: string
  to: string
  subject: string
  text: string
  /** The path of the claim page. Only useful for an invitation. */
  link: string
  sent_at: string
}

/** A webhook to the demo's backend, delivered or not yet. */
export interface LabDelivery {
  id: string
  type: string
  status: string
  attempts: number
  last_code: number | null
}

interface Exchange {
  method: string
  path: string
  /** Null until there is an answer. It stays null if the request fails without an answer. */
  status: number | null
  durationMs: number | null
}

/** A request of the page, with the calls to Polar that it caused. */
export interface LabRequest extends Exchange {
  id: number
  calls: Exchange[]
}

export type LabCall = Exchange

export const labControls = {
  read: (): Promise<Lab> => demoApi('/lab'),
  advance: (hours: number): Promise<unknown> => demoApi('/clock', { advance_seconds: hours * 3600 }),
  realTime: (): Promise<unknown> => demoApi('/clock', { real: true }),
  inject: (preset: FaultPreset): Promise<unknown> => demoApi('/faults', { label: preset.label, ...preset.fault }),
  clearFaults: (): Promise<unknown> => demoApi('/faults/clear', {}),
  redeliver: (id: string): Promise<unknown> => demoApi(`/deliveries/${id}/redeliver`, {}),
  pay: (event: 'payment_failed' | 'payment_recovered'): Promise<unknown> => demoApi('/payment', { event }),
  reset: (): Promise<unknown> => demoApi('/reset', {}),
}

export interface FaultPreset {
  label: string
  /** Tells the visitor the effect of the fault. */
  about: string
  /** The body of the request to the emulator's control API. */
  fault: object
}

export const faultPresets: FaultPreset[] = [
  {
    label: 'The next 2 reads fail',
    about: 'Reading twice is harmless, so the client tries again by itself.',
    fault: { match: { method: 'GET', path: '/v1/customer-seats' }, times: 2, fault: { kind: 'status', status: 503 } },
  },
  {
    label: 'Too many requests, twice',
    about: 'After a 429 nothing has happened. So even a change is sent again, after the time that Polar asks for.',
    fault: { times: 2, fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } } },
  },
  {
    label: 'The next answer to an invitation is lost',
    about: 'The invitation is not sent again. The panel reads the list, finds the invitation there, and says so.',
    fault: { match: { method: 'POST', path: '/v1/customer-seats' }, times: 1, fault: { kind: 'drop_after' } },
  },
  {
    label: 'The next card payment is declined',
    about: 'If you buy seats now, nothing is bought and nothing is charged. The dialog says what to do.',
    fault: {
      match: { method: 'PATCH', path: '/v1/subscriptions/*' },
      times: 1,
      fault: {
        kind: 'status',
        status: 402,
        body: '{"error":"PaymentFailed","detail":"Payment failed with reason: card_error."}',
        headers: { 'content-type': 'application/json' },
      },
    },
  },
  {
    label: 'Polar is slow',
    about: 'Each call takes three seconds, until you clear this. Changes still show at once.',
    fault: { fault: { kind: 'latency', ms: 3000 } },
  },
  {
    label: 'Polar is down',
    about: 'Each call fails with a 503, until you clear this. Nothing that you typed is lost.',
    fault: { fault: { kind: 'status', status: 503, body: '<h1>503 Service Unavailable</h1>' } },
  },
]
