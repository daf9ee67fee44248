import { startEmulator } from '@seats/emulator'

// This process is an emulator. Its argument is the latency of the calls about seats, in milliseconds.

/** The people of the rosters below. Two thirds have claimed their seat. */
const people = Array.from({ length: 1_000 }, (_, index) => ({
  email: `person${index}@example.com`,
  status: index % 3 ? ('claimed' as const) : ('pending' as const),
}))
const subscription = (ref: string, seats: number, roster: typeof people) => ({
  ref,
  product: 'team',
  customer: 'jane',
  seats,
  roster,
})
const emulator = await startEmulator({
  port: 0,
  seed: {
    organizations: [
      {
        slug: 'acme',
        tokens: [{ token: 'polar_oat_acme' }],
        products: [{ ref: 'team' }],
        customers: [{ ref: 'jane', email: 'jane@example.com' }],
        subscriptions: [
          subscription('one', 1, people.slice(0, 1)),
          subscription('thousand', 1_000, people),
          subscription('free_seats', 100_000, []),
          subscription('leavers', 1_000, people),
        ],
      },
    ],
  },
})
const latencyMs = Number(process.argv[2])
if (latencyMs > 0) emulator.inject({ match: { path: '/v1/customer-seats' }, fault: { kind: 'latency', ms: latencyMs } })
// Ends this process if the bench ends early.
process.once('disconnect', () => process.exit())
process.send?.({ url: emulator.url, refs: emulator.refs })
