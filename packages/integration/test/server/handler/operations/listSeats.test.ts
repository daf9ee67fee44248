import { createSeatsClient, type SeatsClient, type SeatsList } from '@seats/core'
import { expect, test } from 'vitest'
import { startGuard } from '../../startGuard.ts'

/** Starts a guard over a client whose answers `text` makes from a real roster. Returns the roster and the answer. */
async function listThroughGuard(text: (roster: SeatsList) => string, wrap = (client: SeatsClient) => client) {
  const { emulator, polar } = await startGuard()
  const source = { subscription_id: emulator.ref('acme/sub') }
  const roster = await polar.listSeats(source)
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    fetch: async () => new Response(text(roster), { headers: { 'content-type': 'application/json' } }),
  })
  const guard = await startGuard({ client: wrap(client), authorize: () => ({ sources: [source] }) })
  const response = await guard.send('GET', `/v1/customer-seats?subscription_id=${source.subscription_id}`)
  return { roster, answer: await response.text() }
}

const addSecret: [place: string, (roster: SeatsList) => object][] = [
  ['the list', (roster) => ({ ...roster, secret: 1 })],
  [
    'one seat',
    ({ seats, ...roster }) => ({
      ...roster,
      seats: seats.map((seat, index) => (index === 1 ? { ...seat, invitation_token: 'x' } : seat)),
    }),
  ],
  [
    'a member',
    ({ seats, ...roster }) => ({
      ...roster,
      seats: seats.map((seat) => ({ ...seat, member: seat.member && { ...seat.member, secret: 1 } })),
    }),
  ],
]

test.each(addSecret)('a field that Polar adds to %s is not passed on', async (_place, withSecret) => {
  const { roster, answer } = await listThroughGuard((roster) => JSON.stringify(withSecret(roster)))
  expect(JSON.parse(answer)).toEqual(roster)
})

test('an answer without new fields is passed on as it is', async () => {
  const toText = (roster: SeatsList) => JSON.stringify(roster, null, 2)
  const { roster, answer } = await listThroughGuard(toText)
  expect(answer).toBe(toText(roster))
})

test('an app that wraps the client decides what a page gets', async () => {
  const hideNames = (client: SeatsClient): SeatsClient => ({
    ...client,
    async listSeats(...call) {
      const roster = await client.listSeats(...call)
      for (const { member } of roster.seats) if (member) member.name = 'hidden'
      return roster
    },
  })
  const { answer } = await listThroughGuard((roster) => JSON.stringify(roster), hideNames)
  expect(answer).toContain('"name":"hidden"')
  expect(answer.match(/"name":"(?!hidden)/)).toBeNull()
})
