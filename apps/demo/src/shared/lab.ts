import { demoApi } from './demoApi.ts'

/** What happens where a visitor of a product cannot look. */
export interface Lab {
  /** The emulator's time. */
  now: string
  emails: LabEmail[]
  deliveries: LabDelivery[]
  requests: LabRequest[]
  /** The faults injected since they were last cleared. */
  faults: string[]
}

/** An invitation email that Polar would have sent. */
export interface LabEmail {
  id: string
  to: string
  subject: string
  text: string
  /** The claim page that it leads to. */
  link: string
  sent_at: string
}

/** A webhook on its way to the demo's backend, or arrived. */
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
  /** Null while there is no answer, and where there was none. */
  status: number | null
  ms: number | null
}

/** A page's request, with the calls to Polar that it led to. */
export interface LabRequest extends Exchange {
  id: number
  calls: Exchange[]
}

export type LabCall = Exchange

export const lab = {
  read: (): Promise<Lab> => demoApi('/lab'),
  advance: (hours: number): Promise<unknown> => demoApi('/clock', { advance_seconds: hours * 3600 }),
  realTime: (): Promise<unknown> => demoApi('/clock', { real: true }),
  inject: (preset: FaultPreset): Promise<unknown> => demoApi('/faults', { label: preset.label, ...preset.fault }),
  clearFaults: (): Promise<unknown> => demoApi('/faults/clear', {}),
  redeliver: (id: string): Promise<unknown> => demoApi(`/deliveries/${id}/redeliver`, {}),
  reset: (): Promise<unknown> => demoApi('/reset', {}),
}

export interface FaultPreset {
  label: string
  /** What to look for. */
  about: string
  /** As the emulator's control API takes it. */
  fault: object
}

export const faultPresets: FaultPreset[] = [
  {
    label: 'The next 2 reads fail',
    about: 'Reading twice does nothing twice: the client reads again by itself.',
    fault: { match: { method: 'GET' }, times: 2, fault: { kind: 'status', status: 503 } },
  },
  {
    label: 'Too many requests, twice',
    about: 'After a 429 nothing has happened: even a change is sent again, when Polar says so.',
    fault: { times: 2, fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } } },
  },
  {
    label: 'The next answer to an invitation is lost',
    about: 'It is not sent again: the panel reads the list, sees that the invitation is out, and says so.',
    fault: { match: { method: 'POST', path: '/v1/customer-seats' }, times: 1, fault: { kind: 'drop_after' } },
  },
  {
    label: 'Polar is slow',
    about: 'Three seconds for each call, until cleared. Changes show at once all the same.',
    fault: { fault: { kind: 'latency', ms: 3000 } },
  },
  {
    label: 'Polar is down',
    about: 'Each call fails with a 503, until cleared. Nothing that was typed is lost.',
    fault: { fault: { kind: 'status', status: 503, body: '<h1>503 Service Unavailable</h1>' } },
  },
]
