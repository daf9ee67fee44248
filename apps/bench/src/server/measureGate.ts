import { createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import { createSeatGate, memoryStore } from '@seats/server'
import { compare, median } from '../measure.ts'

const seatCount = 1_000
const checkCount = 10_000
const checksPerRun = 100

/** How many times faster a check must be than `JSON.parse` of the roster. */
const minRatio = 100
/** One list and one read of the subscription, and both once more if the checks take longer than `maxAge`. */
const maxCalls = 4

export interface GateFigures {
  seats: number
  'JSON.parse of the roster, ms': string
  'one check, µs': string
  ratio: string
  'calls to Polar for 10,000 checks': number
}

/**
 * Measures the gate in one process, and how often it asks Polar. Throws if a check is not fast enough, or if it asks too
 * often.
 */
export async function measureGate(): Promise<GateFigures[]> {
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
    const before = emulator.requests().length
    const check = async (index: number) => {
      const { seated } = await gate.check(source, { email: `p${index % seatCount}@example.com` })
      if (!seated) throw new Error(`p${index} is not let in.`)
    }
    const checkMany = async () => {
      for (let index = 0; index < checksPerRun; index++) await check(index)
    }
    const times = await compare({ parse: async () => JSON.parse(text) as unknown, checkMany }, 200)
    for (let index = 0; index < checkCount; index++) await check(index)
    const calls = emulator.requests().length - before
    const [parseMs, checkMs] = [median(times.parse), median(times.checkMany) / checksPerRun]
    const ratio = parseMs / checkMs
    if (ratio < minRatio) throw new Error(`A check is ${ratio.toFixed(0)}× as fast as JSON.parse, not ≥ ${minRatio}×`)
    if (calls > maxCalls) throw new Error(`10,000 checks ask Polar ${calls} times, not ≤ ${maxCalls}`)
    return [
      {
        seats: seatCount,
        'JSON.parse of the roster, ms': parseMs.toFixed(2),
        'one check, µs': (checkMs * 1000).toFixed(1),
        ratio: `${ratio.toFixed(0)}×`,
        'calls to Polar for 10,000 checks': calls,
      },
    ]
  } finally {
    await emulator.close()
  }
}
