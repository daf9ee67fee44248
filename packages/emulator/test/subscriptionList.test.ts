import { expect, test } from 'vitest'
import type { SubscriptionSeed } from '../src/seed/schema/Seed.ts'
import { startTestEmulator } from './support/storages.ts'
import { teamCalls, type Json } from './support/team.ts'

const firstOfMonth = (month: number) => `2026-0${month}-01T00:00:00Z`
const startedIn = (month: number) => ({
  started_at: firstOfMonth(month),
  current_period_start: '2026-08-01T00:00:00Z',
  current_period_end: '2026-09-01T00:00:00Z',
})

const subscriptions: SubscriptionSeed[] = [
  {
    ref: 'first',
    product: 'team',
    customer: 'zoe',
    seats: 1,
    ...startedIn(1),
    metadata: { plan: 'a', size: 5, ok: true },
  },
  {
    ref: 'second',
    product: 'yearly',
    customer: 'ann',
    seats: 10,
    ...startedIn(2),
    discount: 'tenth',
    metadata: { plan: 'b', size: 5 },
    status: 'canceled',
    canceled_at: firstOfMonth(4),
    ended_at: firstOfMonth(5),
    customer_cancellation_reason: 'too_expensive',
  },
  {
    ref: 'third',
    product: 'team',
    customer: 'max',
    seats: 3,
    ...startedIn(3),
    cancel_at_period_end: true,
    canceled_at: firstOfMonth(6),
    customer_cancellation_reason: 'unused',
  },
  { ref: 'fourth', product: 'team', customer: 'ann', seats: 2, ...startedIn(4), status: 'past_due' },
]

async function prepareEmulator() {
  const emulator = await startTestEmulator('in memory', {
    now: '2026-08-10T00:00:00Z',
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          products: [
            { ref: 'team', name: 'Team' },
            { ref: 'yearly', name: 'Annual', price: { interval: 'year' } },
          ],
          discounts: [{ ref: 'tenth', name: 'Tenth', type: 'percentage', basis_points: 1000 }],
          customers: [
            { ref: 'zoe', email: 'zoe@example.com' },
            { ref: 'ann', email: 'ann@example.com', owner_ref: 'annowner' },
            { ref: 'max', email: 'max@example.com' },
          ],
          subscriptions,
        },
      ],
    },
  })
  const { send, session } = teamCalls(emulator)
  const names = Object.fromEntries(Object.entries(emulator.refs).map(([ref, id]) => [id, ref.split('/')[1] ?? '']))
  const namesOf = ({ body }: { body: Json }) => (body['items'] as Json[]).map(({ id }) => names[String(id)])
  const listNames = async (query: string) => namesOf(await send('GET', `/v1/subscriptions/?${query}`))
  return { emulator, send, session, listNames, namesOf }
}

test.each([
  ['', ['fourth', 'third', 'second', 'first']],
  ['sorting=started_at', ['first', 'second', 'third', 'fourth']],
  // A yearly amount counts as a twelfth: 90.00 a year are 7.50 a month.
  ['sorting=amount', ['second', 'first', 'fourth', 'third']],
  ['sorting=-amount', ['third', 'fourth', 'first', 'second']],
  ['sorting=status', ['first', 'third', 'fourth', 'second']],
  ['sorting=customer&sorting=-started_at', ['fourth', 'second', 'third', 'first']],
  ['sorting=product&sorting=started_at', ['second', 'first', 'third', 'fourth']],
  // Rows without a value come last, and first in a descending order.
  ['sorting=ended_at&sorting=started_at', ['second', 'first', 'third', 'fourth']],
  ['sorting=-ended_at&sorting=started_at', ['first', 'third', 'fourth', 'second']],
  ['sorting=discount&sorting=started_at', ['second', 'first', 'third', 'fourth']],
  ['sorting=-started_at&limit=2&page=2', ['second', 'first']],
  ['metadata[plan]=a', ['first']],
  ['metadata[plan]=a&metadata[plan]=b', ['second', 'first']],
  ['metadata[size]=5&metadata[plan]=b', ['second']],
  ['metadata[ok]=true', ['first']],
  ['metadata[nothing]=5', []],
  ['customer_cancellation_reason=unused', ['third']],
  ['customer_cancellation_reason=unused&customer_cancellation_reason=too_expensive', ['third', 'second']],
  ['canceled_at_after=2026-04-01T00:00:00Z', ['third', 'second']],
  ['canceled_at_before=2026-04-01T00:00:00Z', ['second']],
  ['canceled_at_after=2026-04-02', ['third']],
  ['started_after=2026-02-01T00:00:00Z', ['fourth', 'third']],
  ['started_before=2026-02-01T00:00:00Z', ['first']],
  ['started_after=2026-01-15T00:00:00Z&started_before=2026-03-15T00:00:00%2B02:00', ['third', 'second']],
])('the query ?%s returns %o', async (query, expected) => {
  const { listNames } = await prepareEmulator()
  expect(await listNames(query)).toEqual(expected)
})

test("every problem of a query is reported, in the real server's order", async () => {
  const { send } = await prepareEmulator()
  const query = 'sorting=name&status=dead&started_after=yesterday&canceled_at_before=&limit=0'
  const { status, body } = await send('GET', `/v1/subscriptions/?${query}`)
  const problems = (body['detail'] as Json[]).map(({ loc, type }) => [loc, type])
  expect([status, problems]).toEqual([
    422,
    [
      [['query', 'limit'], 'greater_than'],
      [['query', 'sorting', 0], 'enum'],
      [['query', 'status', 'str-enum[SubscriptionStatus]'], 'enum'],
      [['query', 'status', expect.any(String), 0], 'enum'],
      [['query', 'canceled_at_before'], 'datetime_from_date_parsing'],
      [['query', 'started_after'], 'datetime_from_date_parsing'],
    ],
  ])
  expect((body['detail'] as Json[])[1]?.['msg']).toContain("'customer', '-customer', 'status', '-status', 'started_at'")
})

test('the portal sorts by five criteria, and filters by products', async () => {
  const { emulator, send, session, namesOf } = await prepareEmulator()
  const token = await session('acme/annowner', 'acme/ann')
  const listNames = async (query: string) =>
    namesOf(await send('GET', `/v1/customer-portal/subscriptions/?${query}`, undefined, { token }))
  expect(await listNames('')).toEqual(['fourth', 'second'])
  expect(await listNames('sorting=product')).toEqual(['second', 'fourth'])
  expect(await listNames('sorting=-amount')).toEqual(['second', 'fourth'])
  expect(await listNames('sorting=-status')).toEqual(['fourth', 'second'])
  expect(await listNames('sorting=organization&sorting=started_at')).toEqual(['second', 'fourth'])
  const products = ['team', 'yearly'].map((ref) => `product_id=${emulator.ref(`acme/${ref}`)}`).join('&')
  expect(await listNames(products)).toEqual(['fourth', 'second'])
  expect(await listNames(`product_id=${emulator.ref('acme/team')}`)).toEqual(['fourth'])
  const refused = await send('GET', '/v1/customer-portal/subscriptions/?sorting=customer', undefined, { token })
  expect(refused).toMatchObject({ status: 422, body: { detail: [{ loc: ['query', 'sorting', 0], type: 'enum' }] } })
})
