import { createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import { createSeatGate, memoryStore } from '@seats/server'
import { compare } from '../figures/compare.ts'
import { counted, ratio, type Figure } from '../figures/Figure.ts'

const seatCount = 1_000
const checkCount = 10_000
const checksPerRun = 100

/** Compares a check of the gate with `JSON.parse` of the roster, and counts how often the gate calls Polar. */
export async function measureGate(): Promise<Figure[]> {
  const roster = Array.from({ length: seatCount }, (_, index) => ({ email: `p${index}@example.com` }))
  const emulator = await startEmulator({
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          products: [{ ref: 'team' }],
          customers: [{ ref: 'jane', email: 'jane@example.com' }],
          subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: seatCount, roster }],
        },
      ],
    },
  })
  try {
    const client = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch })
    const source = { subscription_id: emulator.ref('acme/sub') }
    const text = JSON.stringify(await client.listSeats(source))
    const gate = createSeatGate({ client, store: memoryStore(), whenUnknown: 'deny' })
    const earlierRequests = emulator.requests().length
    const check = async (index: number) => {
      const { seated } = await gate.check(source, { email: `p${index % seatCount}@example.com` })
      if (!seated) throw new Error(`p${index} is not let in.`)
    }
    const checkMany = async () => {
      for (let index = 0; index < checksPerRun; index++) await check(index)
    }
    const times = await compare({ parse: async () => JSON.parse(text) as unknown, checkMany }, 200)
    for (let index = 0; index < checkCount; index++) await check(index)
    const calls = emulator.requests().length - earlierRequests
    const conditions = `${seatCount} seats, in process`
    return [
      ratio(
        'JSON.parse of the roster, compared with 100 checks',
        { ours: times.parse, other: times.checkMany },
        // One check must be 100 times as fast as `JSON.parse`.
        { conditions, bound: { atLeast: 100 / checksPerRun } },
      ),
      // The gate lists once and reads the subscription once, and does both again if the checks take longer than `maxAge`.
      counted(`calls to Polar for ${checkCount} checks`, calls, 'calls', { conditions, bound: { atMost: 4 } }),
    ]
  } finally {
    await emulator.close()
  }
}
