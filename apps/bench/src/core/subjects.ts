import { createPolar } from '@polar-sh/sdk/2026-10'
import { createSeatsClient } from '@seats/core'
import { Polar } from 'polar-sdk-0'
import { source } from './answers.ts'

const accessToken = 'polar_oat_bench'
const email = 'ada@example.com'
const url = 'https://api.polar.sh/v1/customer-seats'
const headers = { authorization: `Bearer ${accessToken}`, 'polar-version': '2026-10' }

const newer = createPolar({ accessToken })
const older = new Polar({ accessToken })
const ours = createSeatsClient({ accessToken })

export type Subject = 'plain fetch' | 'sdk 1.x' | 'sdk 0.46' | 'ours'

/** The same calls with plain fetch, with both official SDKs, and with ours. */
export const list: Record<Subject, () => Promise<unknown>> = {
  'plain fetch': async () => (await fetch(`${url}?subscription_id=${source.subscription_id}`, { headers })).json(),
  'sdk 1.x': () => newer.customerSeats.listSeats(source),
  'sdk 0.46': () => older.customerSeats.listSeats({ subscriptionId: source.subscription_id }),
  ours: () => ours.listSeats(source),
}

export const assign: Record<Subject, () => Promise<unknown>> = {
  'plain fetch': async () => {
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
    return (await fetch(url, { ...init, body: JSON.stringify({ ...source, email }) })).json()
  },
  'sdk 1.x': () => newer.customerSeats.assignSeat({ ...source, email }),
  'sdk 0.46': () => older.customerSeats.assignSeat({ subscriptionId: source.subscription_id, email }),
  ours: () => ours.assignSeat({ ...source, email }),
}
