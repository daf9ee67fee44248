import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import type { Seed } from '../src/exports/index.ts'
import { apiCalls } from './support/api.ts'
import { checkSchema } from './support/checkResponse.ts'
import { startReceiver, type Received } from './support/receiver.ts'
import { startTestEmulator, storages, temporaryDirectory } from './support/storages.ts'
import { waitUntil } from './support/waitUntil.ts'

const standardSecret = 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0'
const olderSecret = 'polar_whs_olderSecret'

const seedWith = (url: string, secret = standardSecret) => ({
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_acme' }],
      subscriptions: [{ ref: 'sub' }],
      webhooks: [{ url, secret }],
    },
  ],
})

const verifySignature = (secret: string, { body, headers }: Received): unknown => {
  const webhook = secret.startsWith('whsec_')
    ? new Webhook(secret)
    : new Webhook(Buffer.from(secret), { format: 'raw' })
  return webhook.verify(body, headers as Record<string, string>)
}

describe.each(storages)('webhooks, with data %s', (storage) => {
  test.each([standardSecret, olderSecret])('are sent for each change of a seat, signed with %s', async (secret) => {
    const { received, url } = await startReceiver()
    const emulator = await startTestEmulator(storage, { seed: seedWith(url, secret) })
    const { assign, claim, revoke, invitationToken } = apiCalls(emulator)
    const seat = await assign({ email: 'bob@example.com' })
    await claim(invitationToken('bob@example.com'))
    const revoked = await revoke(seat.body.id)
    await assign({ email: 'eve@example.com', immediate_claim: true })
    await waitUntil(() => expect(received).toHaveLength(4))

    const events = received.map(
      (request) => verifySignature(secret, request) as { type: string; data: { id: string; status: string } },
    )
    for (const event of events) checkSchema('webhook', event)
    const sortedTypes = events.map(({ type }) => type).toSorted()
    expect(sortedTypes).toEqual(['assigned', 'claimed', 'claimed', 'revoked'].map((name) => `customer_seat.${name}`))
    expect(events).toContainEqual(expect.objectContaining({ type: 'customer_seat.assigned', data: seat.body }))
    expect(events).toContainEqual(expect.objectContaining({ type: 'customer_seat.revoked', data: revoked.body }))
    expect(JSON.stringify(events)).not.toContain('invitation_token"')
    await waitUntil(() => expect(emulator.deliveries()).toHaveLength(4))
    await waitUntil(() =>
      expect(emulator.deliveries().map(({ status, attempts, last_code }) => [status, attempts, last_code])).toEqual(
        Array.from({ length: 4 }, () => ['succeeded', 1, 200]),
      ),
    )
  })

  test('are sent again after a failure, with the same id and longer and longer pauses', async () => {
    const { received, url } = await startReceiver((response, count) => {
      response.statusCode = count < 3 ? 500 : 204
      response.end()
    })
    const emulator = await startTestEmulator(storage, { seed: seedWith(url) })
    await apiCalls(emulator).assign({ email: 'bob@example.com' })
    await emulator.delivered()
    expect(emulator.deliveries()).toMatchObject([{ status: 'pending', attempts: 1, last_code: 500 }])
    emulator.advance(2)
    await emulator.delivered()
    emulator.advance(1)
    await emulator.delivered()
    expect(emulator.deliveries()).toMatchObject([{ status: 'pending', attempts: 2, last_code: 500 }])
    emulator.advance(3)
    await emulator.delivered()
    expect(emulator.deliveries()).toMatchObject([{ status: 'succeeded', attempts: 3, last_code: 204 }])
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  test('can be sent again on request, with the same id', async () => {
    const { received, url } = await startReceiver()
    const emulator = await startTestEmulator(storage, { seed: seedWith(url) })
    await apiCalls(emulator).assign({ email: 'bob@example.com' })
    await waitUntil(() => expect(emulator.deliveries()).toMatchObject([{ status: 'succeeded' }]))
    const [delivery] = emulator.deliveries()
    const response = await emulator.fetch(`${emulator.url}/_emulator/deliveries/${delivery?.id}/redeliver`, {
      method: 'POST',
    })
    expect(await response.json()).toMatchObject({ id: delivery?.id, attempts: 2, status: 'succeeded' })
    expect(received[1]?.headers['webhook-id']).toBe(delivery?.webhook_id)
    expect(verifySignature(standardSecret, received[1] as Received)).toBeDefined()
  })
})

test('an event has the time of the moved clock, and its signature has the real time', async () => {
  const { received, url } = await startReceiver()
  const emulator = await startTestEmulator('in memory', { seed: seedWith(url), now: '2040-01-01T00:00:00Z' })
  await apiCalls(emulator).assign({ email: 'bob@example.com' })
  await waitUntil(() => expect(received).toHaveLength(1))
  expect(verifySignature(standardSecret, received[0] as Received)).toMatchObject({
    timestamp: expect.stringMatching(/^2040-01-01T00:00:0/),
  })
})

test('a refused change sends no webhook', async () => {
  const { url } = await startReceiver()
  const emulator = await startTestEmulator('in memory', { seed: seedWith(url) })
  const { assign } = apiCalls(emulator)
  await assign({ email: 'bob@example.com' })
  await assign({ email: 'bob@example.com' })
  expect(emulator.deliveries()).toHaveLength(1)
})

test('waiting webhooks are delivered after a restart', async () => {
  const dataDir = temporaryDirectory()
  let isHealthy = false
  const { received, url } = await startReceiver((response) => {
    response.statusCode = isHealthy ? 200 : 500
    response.end()
  })
  const first = await startTestEmulator('in memory', { dataDir, seed: seedWith(url) })
  await apiCalls(first).assign({ email: 'bob@example.com' })
  await waitUntil(() => expect(first.deliveries()[0]?.last_code).toBe(500))
  await first.close()
  isHealthy = true
  const secondEmulator = await startTestEmulator('in memory', { dataDir })
  await waitUntil(() => expect(secondEmulator.deliveries()).toMatchObject([{ status: 'succeeded', last_code: 200 }]))
  expect(received.at(-1)?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id'])
})

test('after a restart, functions that are given again receive the waiting events, and an endpoint without its function fails', async () => {
  const dataDir = temporaryDirectory()
  const start = async (status: number) => {
    const received: string[] = []
    const handlerOf = (name: string) => async (request: Request) => {
      const { data } = (await request.json()) as { data: { email: string } }
      received.push(`${name} ${data.email}`)
      return new Response(null, { status })
    }
    const emulator = await startTestEmulator('in memory', {
      dataDir,
      webhooks: [{ handler: handlerOf('shared') }],
      seed: {
        organizations: [
          {
            slug: 'acme',
            tokens: [{ token: 'polar_oat_acme' }],
            subscriptions: [{ ref: 'sub', seats: 5 }],
            webhooks: [{ handler: handlerOf('first') }, { handler: handlerOf('second') }],
          },
        ],
      },
    })
    return { emulator, received }
  }
  const before = await start(500)
  await apiCalls(before.emulator).assign({ email: 'ann@example.com' })
  await before.emulator.delivered()
  await before.emulator.close()

  const restarted = await start(200)
  restarted.emulator.advance(60)
  await restarted.emulator.delivered()
  expect(restarted.received.toSorted()).toEqual(['first ann@example.com', 'second ann@example.com'])
  await apiCalls(restarted.emulator).assign({ email: 'ben@example.com' })
  await restarted.emulator.delivered()
  expect(restarted.received.slice(2).toSorted()).toEqual(
    ['first', 'second', 'shared'].map((name) => `${name} ben@example.com`),
  )
  expect(restarted.emulator.deliveries().every(({ status }) => status === 'succeeded')).toBe(true)
  expect(restarted.emulator.endpoints()).toHaveLength(3)
  await restarted.emulator.close()

  const withoutFunctions = await startTestEmulator('in memory', { dataDir })
  await apiCalls(withoutFunctions).assign({ email: 'cyd@example.com' })
  await withoutFunctions.delivered()
  const { items } = await withoutFunctions
    .fetch(`${withoutFunctions.url}/v1/webhooks/deliveries`, { headers: { authorization: 'Bearer polar_oat_acme' } })
    .then((response) => response.json() as Promise<{ items: Array<{ response: string }> }>)
  expect(items[0]?.response).toBe('The function of this endpoint is not in this process.')
})

test('an endpoint that does not answer fails after ten seconds', { timeout: 20_000 }, async () => {
  const { url } = await startReceiver(() => {})
  const emulator = await startTestEmulator('in memory', { seed: seedWith(url) })
  const started = Date.now()
  await apiCalls(emulator).assign({ email: 'bob@example.com' })
  await waitUntil(() => expect(emulator.deliveries()).toMatchObject([{ attempts: 1, last_code: null }]))
  expect(Date.now() - started).toBeGreaterThanOrEqual(9_900)
})

const base64Key = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
const textKey = (secret: string) => Buffer.from(secret)
const longSecret = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL9nO2r'

test.each([
  ['a key in base64', 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0', undefined, base64Key],
  ['a key in base64 with padding', 'whsec_c2VhdHM=', undefined, base64Key],
  ['43 letters and digits', `whsec_${longSecret}`, undefined, textKey],
  ['base64 without its padding', 'whsec_c2VhdHM', undefined, textKey],
  ['url-safe base64', 'whsec_a-_d', undefined, textKey],
  ['a prefix alone', 'whsec_', undefined, textKey],
  ['an older secret of Polar', 'polar_whs_olderSecret', undefined, textKey],
  ['a text that could be base64', 'abcd', undefined, textKey],
  ['any text', ' pässwörd "1"\n', undefined, textKey],
  ['one letter', 'x', undefined, textKey],
  ['base64 that is used as text', 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0', 'text', textKey],
  ['base64 without a prefix', 'c2VhdHMtZW11bGF0b3Itc2VjcmV0', 'base64', base64Key],
] as const)('any text can be a webhook secret: %s', async (_what, secret, key, keyOf) => {
  const { received, url } = await startReceiver()
  const seed = seedWith(url, secret)
  if (key !== undefined) Object.assign(seed.organizations[0]?.webhooks[0] ?? {}, { key })
  const emulator = await startTestEmulator('in memory', { seed })
  await apiCalls(emulator).assign({ email: 'bob@example.com' })
  await waitUntil(() => expect(received).toHaveLength(1))
  const [{ headers, body }] = received as [Received]
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const signature = createHmac('sha256', keyOf(secret)).update(signed).digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${signature}`)
})

test.each([
  [{ secret: '' }, 'secret'],
  [{ secret: 'whsec_?', key: 'base64' }, 'key'],
  [{ secret: 'whsec_', key: 'base64' }, 'key'],
  [{ secret: 'x', key: 'hex' }, 'key'],
])('a seed with the webhook %j is rejected', async (webhook, field) => {
  const seed = { organizations: [{ slug: 'acme', webhooks: [{ url: 'http://127.0.0.1:1', ...webhook }] }] } as Seed
  await expect(startTestEmulator('in memory', { seed })).rejects.toThrow(`organizations.0.webhooks.0.${field}`)
})
