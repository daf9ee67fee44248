import { createSeatsClient } from '@seats/core'
import { startEmulator, type Emulator, type Seed } from '@seats/emulator'
import {
  createSeatGate,
  createSeatsWebhookHandler,
  memoryStore,
  type SeatGate,
  type SeatGateOptions,
  type SeatsStore,
} from '@seats/server'
import { onTestFinished } from 'vitest'

const secret = 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0'

/** One team with claimed and pending seats, and an order. */
const teams: Seed['organizations'] = [
  {
    slug: 'acme',
    tokens: [{ token: 'polar_oat_acme' }, { token: 'polar_oat_seats', scopes: ['customer_seats:read'] }],
    products: [{ ref: 'team' }, { ref: 'license', recurring: false }],
    customers: [
      {
        ref: 'jane',
        email: 'jane@example.com',
        type: 'team',
        payment_method: 'ok',
        members: [{ ref: 'ada', email: 'ada@example.com', external_id: 'user-ada' }],
      },
    ],
    subscriptions: [
      {
        ref: 'sub',
        product: 'team',
        customer: 'jane',
        seats: 6,
        roster: [
          { ref: 'ada-seat', email: 'ada@example.com', status: 'claimed' },
          { ref: 'bob', email: 'bob@example.com', status: 'claimed' },
          { ref: 'pia', email: 'pia@example.com', status: 'pending' },
        ],
      },
    ],
    orders: [
      {
        ref: 'ord',
        product: 'license',
        customer: 'jane',
        seats: 2,
        status: 'paid',
        roster: [{ ref: 'ole', email: 'ole@example.com', status: 'claimed' }],
      },
    ],
  },
]

export interface TestGate {
  emulator: Emulator
  gate: SeatGate
  store: SeatsStore
  /** The calls that the gate sent to Polar. */
  calls: string[]
  errors: unknown[]
  /** The subscription of the team. */
  sub: { subscription_id: string }
  /** The order of the team. */
  ord: { order_id: string }
}

type Options = Partial<SeatGateOptions> & { webhooks?: boolean; accessToken?: string; seed?: Seed['organizations'] }

/** Starts an emulator and a gate. With `webhooks`, the emulator sends webhooks to a handler that has the same store. */
export async function startGate(options: Options = {}): Promise<TestGate> {
  const { webhooks = false, accessToken = 'polar_oat_acme', seed = teams, ...gateOptions } = options
  const store = gateOptions.store ?? memoryStore()
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  const handler = createSeatsWebhookHandler({ secret, store, onError })
  const endpoints = [
    {
      handler,
      secret,
      events: [
        'customer_seat.assigned',
        'customer_seat.claimed',
        'customer_seat.revoked',
        'subscription.updated',
        'member.updated',
      ],
    },
  ]
  const organizations = (seed ?? []).map((organization) => ({ ...organization, webhooks: webhooks ? endpoints : [] }))
  const emulator = await startEmulator({ seed: { organizations } })
  onTestFinished(() => emulator.close())
  const calls: string[] = []
  const client = createSeatsClient({
    accessToken,
    baseURL: emulator.url,
    fetch: (request) => {
      calls.push(`${request.method} ${new URL(request.url).pathname}`)
      return emulator.fetch(request)
    },
  })
  return {
    emulator,
    gate: createSeatGate({ client, store, whenUnknown: 'deny', onError, ...gateOptions }),
    store,
    calls,
    errors,
    sub: { subscription_id: emulator.ref('acme/sub') },
    ord: { order_id: emulator.ref('acme/ord') },
  }
}
