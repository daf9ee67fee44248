import { createSeatsWebhookHandler, memoryStore } from '@seats/server'
import { expect, test } from 'vitest'
import { listen } from '../listen.ts'
import { readEvents } from '../readEvents.ts'
import { signedRequest, secrets } from '../sign.ts'
import { createEvent, createTestWebhookHandler } from '../createTestWebhookHandler.ts'
import { startGuard } from '../startGuard.ts'

const seats = '/v1/customer-seats'

test('a change of a member reaches only the pages that show the member', async () => {
  const store = memoryStore()
  const handledTypes: string[] = []
  const recordEvent = ({ type }: { type: string }) => void handledTypes.push(type)
  const webhooks = createSeatsWebhookHandler({
    secret: secrets.newer,
    store,
    on: { 'member.updated': recordEvent, 'member.deleted': recordEvent },
  })
  const url = await listen(webhooks)
  const { emulator, send } = await startGuard({
    store,
    webhooks: [{ url, secret: secrets.newer, events: ['member.updated'] }],
  })
  const subscription = emulator.ref('acme/sub')
  const streams = await Promise.all(
    [`subscription_id=${subscription}`, `order_id=${emulator.ref('acme/ord')}`].map(async (source) =>
      readEvents(await send('GET', `${seats}/events?${source}`)),
    ),
  )
  // Each page reads its roster first.
  const roster = (await (await send('GET', `${seats}?subscription_id=${subscription}`)).json()) as {
    seats: { member: { id: string; email: string; customer_id: string } | null }[]
  }
  const bob = roster.seats.find(({ member }) => member?.email === 'bob@example.com')?.member
  const path = `/v1/customers/${bob?.customer_id}/members/${bob?.id}`
  const response = await emulator.fetch(`${emulator.url}${path}`, {
    method: 'PATCH',
    headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Robert' }),
  })
  expect(response.status).toBe(200)
  await emulator.delivered()
  const [subscriptionStream, orderStream] = streams
  await expect
    .poll(() => subscriptionStream?.events)
    .toEqual([{ event: 'changed', data: { subscription_id: subscription } }])
  expect(orderStream?.events).toEqual([])
  expect(handledTypes).toEqual(['member.updated'])
  await Promise.all(streams.map((stream) => stream.cancel()))
})

test.each(['member.updated', 'member.deleted'])(
  '%s of an unknown customer is accepted, and invalid data is rejected',
  async (type) => {
    const { handler } = createTestWebhookHandler()
    const member = {
      id: 'm',
      created_at: '',
      modified_at: null,
      customer_id: 'c',
      name: null,
      external_id: null,
      email: 'ada@example.com',
      role: 'member',
    }
    expect((await handler(signedRequest(createEvent(type, member)))).status).toBe(200)
    expect((await handler(signedRequest(createEvent(type, { id: 'm' }), { id: 'msg_2' }))).status).toBe(422)
  },
)

test('two processes that list different sources at the same time both store them', async () => {
  const store = memoryStore()
  const { emulator, send } = await startGuard({ store })
  const sources = [`subscription_id=${emulator.ref('acme/sub')}`, `order_id=${emulator.ref('acme/ord')}`]
  await Promise.all(sources.map((source) => send('GET', `${seats}?${source}`)))
  const customer = emulator.ref('acme/jane')
  await expect
    .poll(async () => JSON.parse((await store.get(`customer:${customer}`)) ?? '[]') as unknown[])
    .toHaveLength(2)
})
