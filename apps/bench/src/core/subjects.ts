import { createPolar } from '@polar-sh/sdk/2026-10'
import { createSeatsClient } from '@seats/core'
import { Polar } from 'polar-sdk-0'

const accessToken = 'polar_oat_bench'
const email = 'ada@example.com'
const headers = { authorization: `Bearer ${accessToken}`, 'polar-version': '2026-10' }

export type Subject = 'plain fetch' | 'sdk 1.x' | 'sdk 0.46' | 'ours'
export type Subjects = Record<Subject, () => Promise<unknown>>

interface BenchSource {
  subscription_id: string
}

/** Returns the same calls with plain fetch, with two releases of the official SDK, and with ours. */
export function createSubjects(baseURL: string): { list: (source: BenchSource) => Subjects; assign: Subjects } {
  const url = `${baseURL}/v1/customer-seats`
  const newer = createPolar({ accessToken, baseUrl: baseURL })
  const older = new Polar({ accessToken, serverURL: baseURL })
  const ours = createSeatsClient({ accessToken, baseURL })
  const source = { subscription_id: crypto.randomUUID() }
  return {
    list: (source) => ({
      'plain fetch': async () => (await fetch(`${url}?subscription_id=${source.subscription_id}`, { headers })).json(),
      'sdk 1.x': () => newer.customerSeats.listSeats(source),
      'sdk 0.46': () => older.customerSeats.listSeats({ subscriptionId: source.subscription_id }),
      ours: () => ours.listSeats(source),
    }),
    assign: {
      'plain fetch': async () => {
        const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
        return (await fetch(url, { ...init, body: JSON.stringify({ ...source, email }) })).json()
      },
      'sdk 1.x': () => newer.customerSeats.assignSeat({ ...source, email }),
      'sdk 0.46': () => older.customerSeats.assignSeat({ subscriptionId: source.subscription_id, email }),
      ours: () => ours.assignSeat({ ...source, email }),
    },
  }
}
