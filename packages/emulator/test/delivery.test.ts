import { describe, expect, test } from 'vitest'
import { Webhook } from 'standardwebhooks'
import type { Emulator } from '../src/exports/index.ts'
import { apiOf } from './support/api.ts'
import { start } from './support/storages.ts'
import { teamOf } from './support/team.ts'

const secret = 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0'

/** Starts an emulator with an endpoint in this process, which records its events and answers as it is told. */
async function listen(answer: (type: string) => number = () => 200, events?: string[]) {
  const heard: string[] = []
  const emulator = await start('in memory', {
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
                heard.push(`${event.type} ${event.data.customer_email ?? ''}`.trim())
                return new Response(null, { status: answer(event.type) })
              },
            },
          ],
        },
      ],
    },
  })
  const invite = async (...names: string[]) => {
    for (const name of names) await apiOf(emulator).assign({ email: `${name}@example.com` })
  }
  return { emulator, heard, invite }
}

const assigned = (...names: string[]) => names.map((name) => `customer_seat.assigned ${name}@example.com`)

test('a function can be an endpoint, and gets signed events in order', async () => {
  const { emulator, heard, invite } = await listen()
  await invite('ann', 'ben', 'cyd')
  await emulator.delivered()
  expect(heard).toEqual(assigned('ann', 'ben', 'cyd'))
  expect(emulator.deliveries().map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded'])
})

test('an endpoint gets the kinds that it asks for, by default those of seats', async () => {
  const { emulator, heard, invite } = await listen(undefined, ['subscription.past_due'])
  await invite('ann')
  emulator.lifecycle('acme/sub', 'payment_failed')
  await emulator.delivered()
  expect(heard).toEqual(['subscription.past_due'])
  const byDefault = await listen()
  byDefault.emulator.lifecycle('acme/sub', 'payment_failed')
  expect(byDefault.emulator.deliveries()).toEqual([])
})

test('an unknown kind of event is refused with the seed', async () => {
  await expect(listen(undefined, ['seat.taken'])).rejects.toThrow('organizations.0.webhooks.0.events.0')
})

test('first attempts of an endpoint come one after another', async () => {
  let underWay = 0
  let most = 0
  const emulator = await start('in memory', {
    webhooks: [
      {
        handler: async () => {
          underWay += 1
          most = Math.max(most, underWay)
          await Promise.resolve()
          underWay -= 1
          return new Response()
        },
      },
    ],
  })
  for (const name of ['ann', 'ben', 'cyd']) await apiOf(emulator).assign({ email: `${name}@example.com` })
  await emulator.delivered()
  expect(most).toBe(1)
  expect(emulator.deliveries().every(({ attempts }) => attempts === 1)).toBe(true)
})

describe('an endpoint that fails', () => {
  const exhaust = async (emulator: Emulator) => {
    for (let round = 0; round < 9; round += 1) {
      emulator.advance(20 * 60)
      await emulator.delivered()
    }
  }

  test("is tried ten times by the emulator's clock, and does not hold up later events", async () => {
    const { emulator, heard, invite } = await listen((type) => (type === 'customer_seat.assigned' ? 503 : 200))
    await invite('ann')
    await apiOf(emulator).assign({ email: 'ben@example.com', immediate_claim: true })
    await emulator.delivered()
    expect(heard).toEqual([...assigned('ann'), 'customer_seat.claimed ben@example.com'])
    await exhaust(emulator)
    expect(emulator.deliveries()).toMatchObject([
      { status: 'failed', attempts: 10, last_code: 503 },
      { status: 'succeeded', attempts: 1 },
    ])
    emulator.advance(86_400)
    await emulator.delivered()
    expect(emulator.deliveries()[0]?.attempts).toBe(10)
  })

  test('is switched off after ten failed events in a row: waiting events are skipped, new ones are not stored', async () => {
    let isWell = false
    const { emulator, heard, invite } = await listen(() => (isWell ? 200 : 500))
    await invite(...Array.from({ length: 10 }, (_, index) => `p${index}`))
    await emulator.delivered()
    await exhaust(emulator)
    const [endpoint] = emulator.endpoints()
    expect(endpoint).toMatchObject({ enabled: false })
    await invite('lost')
    expect(emulator.deliveries()).toHaveLength(10)

    isWell = true
    const path = `${emulator.url}/_emulator/endpoints/${endpoint?.id}/enable`
    const enabled = await emulator.fetch(path, { method: 'POST' })
    expect(await enabled.json()).toMatchObject({ id: endpoint?.id, enabled: true })
    const before = heard.length
    await invite('back')
    await emulator.delivered()
    expect(heard.slice(before)).toEqual(assigned('back'))
    const none = await emulator.fetch(`${emulator.url}/_emulator/endpoints/none/enable`, { method: 'POST' })
    expect(none.status).toBe(404)
  })

  test('skips waiting events when it is switched off, and a redelivery by hand still works', async () => {
    let isWell = false
    const { emulator, invite } = await listen(() => (isWell ? 200 : 500))
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
    isWell = true
    const path = `${emulator.url}/_emulator/deliveries/${waiting?.id}/redeliver`
    expect(await (await emulator.fetch(path, { method: 'POST' })).json()).toMatchObject({ status: 'succeeded' })
  })

  test('stays on if one event in between succeeds', async () => {
    let count = 0
    const { emulator, invite } = await listen(() => ((count += 1) === 5 ? 200 : 500))
    await invite(...Array.from({ length: 10 }, (_, index) => `p${index}`))
    await emulator.delivered()
    await exhaust(emulator)
    expect(emulator.endpoints()).toMatchObject([{ enabled: true }])
  })
})

describe('on its way an event can be', () => {
  test('lost, and delivered later', async () => {
    const { emulator, heard, invite } = await listen()
    emulator.deliveries.drop()
    await invite('ann', 'ben')
    await emulator.delivered()
    expect(heard).toEqual(assigned('ben'))
    emulator.advance(5)
    await emulator.delivered()
    expect(heard).toEqual(assigned('ben', 'ann'))
  })

  test('doubled, by its kind', async () => {
    const { emulator, heard, invite } = await listen()
    emulator.deliveries.double({ type: 'customer_seat.claimed' })
    emulator.deliveries.double({ type: 'customer_seat.assigned', times: 2 })
    await invite('ann', 'ben', 'cyd')
    await emulator.delivered()
    expect(heard).toEqual(assigned('ann', 'ann', 'ben', 'ben', 'cyd'))
  })

  test('held back, and out of order', async () => {
    const names = ['ann', 'ben', 'cyd', 'dan', 'eva', 'fay']
    const orders = await Promise.all(
      [1, 1, 2].map(async (seed) => {
        const { emulator, heard, invite } = await listen()
        const release = emulator.deliveries.hold()
        await invite(...names)
        await emulator.delivered()
        expect(heard).toEqual([])
        emulator.deliveries.shuffle(seed)
        await release()
        return heard
      }),
    )
    expect(orders[0]).toEqual(orders[1])
    expect(orders[0]).not.toEqual(orders[2])
    expect(orders[0]).not.toEqual(assigned(...names))
    expect(orders[0]?.toSorted()).toEqual(assigned(...names).toSorted())
  })
})

test('an organization manages its own endpoints', async () => {
  const { emulator, invite } = await listen()
  const { send } = teamOf(emulator)
  const path = '/v1/webhooks/endpoints'
  const created = await send('POST', path, {
    url: 'http://127.0.0.1:9/',
    format: 'raw',
    events: ['customer_seat.assigned'],
  })
  expect(created).toMatchObject({ status: 201, body: { enabled: true, events: ['customer_seat.assigned'] } })
  const one = `${path}/${String(created.body['id'])}`
  expect((await send('GET', path)).body['pagination']).toEqual({ total_count: 2, max_page: 1 })
  expect((await send('PATCH', one, { enabled: false })).body).toMatchObject({ enabled: false })
  await invite('ann')
  expect(emulator.deliveries()).toHaveLength(1)
  const reset = await send('PATCH', `${one}/secret`)
  expect(reset.body['secret']).not.toBe(created.body['secret'])
  expect((await send('POST', path, { url: 'ftp://x', format: 'xml', events: ['no'] })).body['detail']).toMatchObject([
    { loc: ['body', 'url'] },
    { loc: ['body', 'format'] },
    { loc: ['body', 'events', 0] },
  ])
  expect((await send('DELETE', one)).status).toBe(204)
  expect((await send('GET', one)).status).toBe(404)
})

test('an attempt that ends together with others is not repeated before it is recorded', async () => {
  const { emulator, heard, invite } = await listen(() => 500)
  await invite('ann', 'ben', 'cyd', 'dan', 'eve')
  await emulator.delivered()
  for (let round = 0; round < 3; round++) {
    emulator.advance(60)
    await emulator.delivered()
  }
  const attempts = emulator.deliveries().map((delivery) => delivery.attempts)
  expect(attempts).toEqual([4, 4, 4, 4, 4])
  expect(heard).toHaveLength(20)
})
