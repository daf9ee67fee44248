import { describe, expect, test } from 'vitest'
import { Webhook } from 'standardwebhooks'
import type { DeliveryMatch, Emulator } from '../src/exports/index.ts'
import { apiCalls } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'
import { teamCalls } from './support/team.ts'

const secret = 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0'

/**
 * Starts an emulator with a webhook endpoint in this process. `received` has the events that the endpoint got. `answer`
 * returns the status with which the endpoint answers an event of this type.
 */
async function startWithEndpoint(answer: (type: string) => number = () => 200, events?: string[]) {
  const received: string[] = []
  const emulator = await startTestEmulator('in memory', {
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          customers: [{ ref: 'jane', email: 'jane@example.com', type: 'team' }],
          subscriptions: [{ ref: 'sub', seats: 50 }],
          webhooks: [
            {
              secret,
              ...(events && { events }),
              handler: async (request) => {
                const body = await request.text()
                const event = new Webhook(secret).verify(body, Object.fromEntries(request.headers)) as {
                  type: string
                  data: { customer_email?: string }
                }
                received.push(`${event.type} ${event.data.customer_email ?? ''}`.trim())
                return new Response(null, { status: answer(event.type) })
              },
            },
          ],
        },
      ],
    },
  })
  const invite = async (...names: string[]) => {
    for (const name of names) await apiCalls(emulator).assign({ email: `${name}@example.com` })
  }
  return { emulator, received, invite }
}

const assignedEvents = (...names: string[]) => names.map((name) => `customer_seat.assigned ${name}@example.com`)

test('a function can be a webhook endpoint, and receives signed events in order', async () => {
  const { emulator, received, invite } = await startWithEndpoint()
  await invite('ann', 'ben', 'cyd')
  await emulator.delivered()
  expect(received).toEqual(assignedEvents('ann', 'ben', 'cyd'))
  expect(emulator.deliveries().map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded'])
})

test('an endpoint receives only the event types in `events`, by default those about seats', async () => {
  const { emulator, received, invite } = await startWithEndpoint(undefined, ['subscription.past_due'])
  await invite('ann')
  emulator.lifecycle('acme/sub', 'payment_failed')
  await emulator.delivered()
  expect(received).toEqual(['subscription.past_due'])
  const defaultEndpoint = await startWithEndpoint()
  defaultEndpoint.emulator.lifecycle('acme/sub', 'payment_failed')
  expect(defaultEndpoint.emulator.deliveries()).toEqual([])
})

test('with `key: text`, the whole text of a webhook secret is the key, even for a function that gets the events of all organizations', async () => {
  const verified: unknown[] = []
  const emulator = await startTestEmulator('in memory', {
    webhooks: [
      {
        secret,
        key: 'text',
        handler: async (request) => {
          const webhook = new Webhook(Buffer.from(secret), { format: 'raw' })
          verified.push(webhook.verify(await request.text(), Object.fromEntries(request.headers)))
          return new Response()
        },
      },
    ],
  })
  await apiCalls(emulator).assign({ email: 'ann@example.com' })
  await emulator.delivered()
  expect(verified).toMatchObject([{ type: 'customer_seat.assigned' }])
})

test('a seed with an unknown event type is rejected', async () => {
  await expect(startWithEndpoint(undefined, ['seat.taken'])).rejects.toThrow('organizations.0.webhooks.0.events.0')
})

test('the events for an endpoint are sent one after another', async () => {
  let underWay = 0
  let maxUnderWay = 0
  const emulator = await startTestEmulator('in memory', {
    webhooks: [
      {
        handler: async () => {
          underWay += 1
          maxUnderWay = Math.max(maxUnderWay, underWay)
          await Promise.resolve()
          underWay -= 1
          return new Response()
        },
      },
    ],
  })
  for (const name of ['ann', 'ben', 'cyd']) await apiCalls(emulator).assign({ email: `${name}@example.com` })
  await emulator.delivered()
  expect(maxUnderWay).toBe(1)
  expect(emulator.deliveries().every(({ attempts }) => attempts === 1)).toBe(true)
})

describe('a failing endpoint', () => {
  const failAllAttempts = async (emulator: Emulator) => {
    for (let round = 0; round < 9; round += 1) {
      emulator.advance(20 * 60)
      await emulator.delivered()
    }
  }

  test("an event has ten attempts by the emulator's clock, and does not delay later events", async () => {
    const { emulator, received, invite } = await startWithEndpoint((type) =>
      type === 'customer_seat.assigned' ? 503 : 200,
    )
    await invite('ann')
    await apiCalls(emulator).assign({ email: 'ben@example.com', immediate_claim: true })
    await emulator.delivered()
    expect(received).toEqual([...assignedEvents('ann'), 'customer_seat.claimed ben@example.com'])
    await failAllAttempts(emulator)
    expect(emulator.deliveries()).toMatchObject([
      { status: 'failed', attempts: 10, last_code: 503 },
      { status: 'succeeded', attempts: 1 },
    ])
    emulator.advance(86_400)
    await emulator.delivered()
    expect(emulator.deliveries()[0]?.attempts).toBe(10)
  })

  test('ten failed events in a row disable the endpoint: new events are not stored until it is enabled again', async () => {
    let isEndpointUp = false
    const { emulator, received, invite } = await startWithEndpoint(() => (isEndpointUp ? 200 : 500))
    await invite(...Array.from({ length: 10 }, (_, index) => `p${index}`))
    await emulator.delivered()
    await failAllAttempts(emulator)
    const [endpoint] = emulator.endpoints()
    expect(endpoint).toMatchObject({ enabled: false })
    await invite('lost')
    expect(emulator.deliveries()).toHaveLength(10)

    isEndpointUp = true
    const path = `${emulator.url}/_emulator/endpoints/${endpoint?.id}/enable`
    const enabled = await emulator.fetch(path, { method: 'POST' })
    expect(await enabled.json()).toMatchObject({ id: endpoint?.id, enabled: true })
    const before = received.length
    await invite('back')
    await emulator.delivered()
    expect(received.slice(before)).toEqual(assignedEvents('back'))
    const none = await emulator.fetch(`${emulator.url}/_emulator/endpoints/none/enable`, { method: 'POST' })
    expect(none.status).toBe(404)
  })

  test('disabling an endpoint skips the events that wait, and a skipped event can still be sent again', async () => {
    let isEndpointUp = false
    const { emulator, invite } = await startWithEndpoint(() => (isEndpointUp ? 200 : 500))
    await invite(...Array.from({ length: 10 }, (_, index) => `p${index}`))
    await emulator.delivered()
    for (let round = 0; round < 8; round += 1) {
      emulator.advance(20 * 60)
      await emulator.delivered()
    }
    await invite('waiting')
    await emulator.delivered()
    emulator.advance(20 * 60)
    await emulator.delivered()
    const waiting = emulator.deliveries().at(-1)
    expect(waiting).toMatchObject({ status: 'skipped' })
    isEndpointUp = true
    const path = `${emulator.url}/_emulator/deliveries/${waiting?.id}/redeliver`
    expect(await (await emulator.fetch(path, { method: 'POST' })).json()).toMatchObject({ status: 'succeeded' })
  })

  test('the endpoint stays enabled if one of ten events succeeds', async () => {
    let count = 0
    const { emulator, invite } = await startWithEndpoint(() => ((count += 1) === 5 ? 200 : 500))
    await invite(...Array.from({ length: 10 }, (_, index) => `p${index}`))
    await emulator.delivered()
    await failAllAttempts(emulator)
    expect(emulator.endpoints()).toMatchObject([{ enabled: true }])
  })
})

describe('a webhook fault', () => {
  test('can drop an event, which is delivered later', async () => {
    const { emulator, received, invite } = await startWithEndpoint()
    emulator.deliveries.drop()
    await invite('ann', 'ben')
    await emulator.delivered()
    expect(received).toEqual(assignedEvents('ben'))
    emulator.advance(5)
    await emulator.delivered()
    expect(received).toEqual(assignedEvents('ben', 'ann'))
  })

  test('can deliver events of one type twice', async () => {
    const { emulator, received, invite } = await startWithEndpoint()
    emulator.deliveries.double({ type: 'customer_seat.claimed' })
    emulator.deliveries.double({ type: 'customer_seat.assigned', times: 2 })
    await invite('ann', 'ben', 'cyd')
    await emulator.delivered()
    expect(received).toEqual(assignedEvents('ann', 'ann', 'ben', 'ben', 'cyd'))
  })

  test.for<[unknown, RegExp]>([
    [{ type: 'seat.taken' }, /^type: There is no such kind of event/],
    [{ typ: 'customer_seat.claimed' }, /Unrecognized key/],
    [{ times: 0 }, /^times: /],
    [{ times: 1.5 }, /^times: /],
    ['customer_seat.claimed', /expected object/],
  ])('is refused if nothing can match it: %o', async ([match, message]) => {
    const { emulator, received, invite } = await startWithEndpoint()
    expect(() => emulator.deliveries.drop(match as DeliveryMatch)).toThrow(message)
    expect(() => emulator.deliveries.double(match as DeliveryMatch)).toThrow(message)
    expect(() => emulator.deliveries.shuffle('one' as unknown as number)).toThrow(/^seed: /)
    await invite('ann')
    await emulator.delivered()
    expect(received).toEqual(assignedEvents('ann'))
  })

  test('can apply to all later events', async () => {
    const { emulator, received, invite } = await startWithEndpoint()
    emulator.deliveries.double({ times: Infinity })
    await invite('ann', 'ben')
    await emulator.delivered()
    expect(received).toEqual(assignedEvents('ann', 'ann', 'ben', 'ben'))
  })

  test('can hold events back with two holds, until both holds are released', async () => {
    const { emulator, received, invite } = await startWithEndpoint()
    const [releaseFirst, releaseSecond] = [emulator.deliveries.hold(), emulator.deliveries.hold()]
    await invite('ann')
    await releaseFirst()
    await releaseFirst()
    expect(received).toEqual([])
    await releaseSecond()
    expect(received).toEqual(assignedEvents('ann'))
    const releaseThird = emulator.deliveries.hold()
    await releaseSecond()
    await invite('ben')
    await emulator.delivered()
    expect(received).toEqual(assignedEvents('ann'))
    await releaseThird()
    expect(received).toEqual(assignedEvents('ann', 'ben'))
  })

  test('can hold events back and release them out of order', async () => {
    const names = ['ann', 'ben', 'cyd', 'dan', 'eva', 'fay']
    const orders = await Promise.all(
      [1, 1, 2].map(async (seed) => {
        const { emulator, received, invite } = await startWithEndpoint()
        const release = emulator.deliveries.hold()
        await invite(...names)
        await emulator.delivered()
        expect(received).toEqual([])
        emulator.deliveries.shuffle(seed)
        await release()
        return received
      }),
    )
    expect(orders[0]).toEqual(orders[1])
    expect(orders[0]).not.toEqual(orders[2])
    expect(orders[0]).not.toEqual(assignedEvents(...names))
    expect(orders[0]?.toSorted()).toEqual(assignedEvents(...names).toSorted())
  })
})

test('an organization can create, change and delete its own endpoints', async () => {
  const { emulator, invite } = await startWithEndpoint()
  const { send } = teamCalls(emulator)
  const path = '/v1/webhooks/endpoints'
  const created = await send('POST', path, {
    url: 'http://127.0.0.1:9/',
    format: 'raw',
    events: ['customer_seat.assigned'],
  })
  expect(created).toMatchObject({ status: 201, body: { enabled: true, events: ['customer_seat.assigned'] } })
  const endpointPath = `${path}/${String(created.body['id'])}`
  expect((await send('GET', path)).body['pagination']).toEqual({ total_count: 2, max_page: 1 })
  expect((await send('PATCH', endpointPath, { enabled: false })).body).toMatchObject({ enabled: false })
  await invite('ann')
  expect(emulator.deliveries()).toHaveLength(1)
  const reset = await send('PATCH', `${endpointPath}/secret`)
  expect(reset.body['secret']).not.toBe(created.body['secret'])
  expect((await send('POST', path, { url: 'ftp://x', format: 'xml', events: ['no'] })).body['detail']).toMatchObject([
    { loc: ['body', 'url'] },
    { loc: ['body', 'format'] },
    { loc: ['body', 'events', 0] },
  ])
  expect((await send('DELETE', endpointPath)).status).toBe(204)
  expect((await send('GET', endpointPath)).status).toBe(404)
})

test('each attempt is recorded once, even if several attempts end at the same time', async () => {
  const { emulator, received, invite } = await startWithEndpoint(() => 500)
  await invite('ann', 'ben', 'cyd', 'dan', 'eve')
  await emulator.delivered()
  for (let round = 0; round < 3; round++) {
    emulator.advance(60)
    await emulator.delivered()
  }
  const attempts = emulator.deliveries().map((delivery) => delivery.attempts)
  expect(attempts).toEqual([4, 4, 4, 4, 4])
  expect(received).toHaveLength(20)
})
