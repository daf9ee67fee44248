import { createSeatsClient, type CustomerSeat, type SeatsClient, type SeatSource } from '@seats/core'
import { startEmulator, type Emulator, type Seed } from '@seats/emulator'
import { onTestFinished } from 'vitest'

/** The kinds of events that a mirror and a recovery need. */
export const eventTypes = [
  'customer_seat.assigned',
  'customer_seat.claimed',
  'customer_seat.revoked',
  'subscription.updated',
  'member.updated',
  'member.deleted',
  'customer.deleted',
] as const

export type SeedRoster = NonNullable<
  NonNullable<NonNullable<Seed['organizations']>[number]['subscriptions']>[number]['roster']
>

interface TeamOptions {
  roster?: SeedRoster
  seats?: number
  graceDays?: 0 | 2 | 7 | 14 | 21
  port?: number
  rateLimit?: number
}

/** A roster of eight people with a claimed seat, and one with an invitation. */
export const rosterOfNine: SeedRoster = [
  ...Array.from({ length: 8 }, (_, index) => ({
    ref: `p${index}`,
    email: `p${index}@example.com`,
    status: 'claimed' as const,
    metadata: { desk: index },
  })),
  { ref: 'pia', email: 'pia@example.com', status: 'pending' as const, metadata: { team: 'design' } },
]

export interface LapsingTeam {
  emulator: Emulator
  polar: SeatsClient
  source: SeatSource & { subscription_id: string }
  /** The calls that clients of `createClient` sent, for example `POST /v1/customer-seats`. */
  calls: string[]
  createClient: () => SeatsClient
  /** Sets the function that receives the webhooks. */
  setWebhookHandler: (handler: (request: Request) => Promise<Response>) => void
  roster: () => Promise<CustomerSeat[]>
  /** The occupants with the state of their seats, for example `p0 claimed`, in alphabetical order. */
  readOccupants: () => Promise<string[]>
  assign: (email: string, immediate_claim?: boolean) => Promise<CustomerSeat>
  /** Revokes the seat of a person, as an admin does. */
  revoke: (email: string) => Promise<void>
}

/** Starts an emulator with a team whose payment can fail. */
export async function startLapsingTeam({
  roster = rosterOfNine,
  seats = 12,
  graceDays = 0,
  port,
  rateLimit,
}: TeamOptions = {}): Promise<LapsingTeam> {
  let receive = async (_request: Request) => new Response()
  const emulator = await startEmulator({
    ...(port !== undefined && { port }),
    ...(rateLimit !== undefined && { rateLimit }),
    webhooks: [
      { secret: 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0', events: [...eventTypes], handler: (request) => receive(request) },
    ],
    seed: {
      organizations: [
        {
          slug: 'acme',
          benefit_revocation_grace_period: graceDays,
          tokens: [{ token: 'polar_oat_acme' }],
          products: [{ ref: 'team' }],
          customers: [{ ref: 'jane', email: 'jane@example.com', type: 'team', payment_method: 'ok' }],
          subscriptions: [
            { ref: 'sub', product: 'team', customer: 'jane', seats, roster },
            { ref: 'next', product: 'team', customer: 'jane', seats },
          ],
        },
      ],
    },
  })
  onTestFinished(() => emulator.close())
  const calls: string[] = []
  const createClient = () =>
    createSeatsClient({
      accessToken: 'polar_oat_acme',
      baseURL: emulator.url,
      retry: { minDelay: 1 },
      fetch: (request) => {
        calls.push(`${request.method} ${new URL(request.url).pathname}`)
        return emulator.fetch(request)
      },
    })
  const polar = createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: emulator.url,
    fetch: (request) => emulator.fetch(request),
  })
  const source = { subscription_id: emulator.ref('acme/sub') }
  const readSeats = async () => (await polar.listSeats(source)).seats
  return {
    emulator,
    polar,
    source,
    calls,
    createClient,
    setWebhookHandler: (handler) => {
      receive = handler
    },
    roster: readSeats,
    readOccupants: async () =>
      (await readSeats())
        .filter(({ status }) => status !== 'revoked')
        .map(({ customer_email, status }) => `${customer_email?.split('@')[0]} ${status}`)
        .toSorted(),
    assign: (email, immediate_claim = true) => polar.assignSeat({ ...source, email, immediate_claim }),
    async revoke(email) {
      const seat = (await readSeats()).find((row) => row.customer_email === email)
      if (seat === undefined) throw new Error(`${email} has no seat`)
      await polar.revokeSeat(seat.id)
    },
  }
}
