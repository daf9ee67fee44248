import { expect, test } from 'vitest'
import { apiOf } from './support/api.ts'
import { start } from './support/storages.ts'

const prepare = async (port?: number) => {
  const emulator = await start('in memory', port === undefined ? {} : { port })
  return { emulator, ...apiOf(emulator) }
}

test('a status fault answers before the call has an effect, and only so many times', async () => {
  const { emulator, assign, list } = await prepare()
  emulator.inject({
    match: { method: 'post', path: '/v1/customer-seats' },
    times: 2,
    fault: { kind: 'status', status: 503, body: '{"detail":"down"}', headers: { 'retry-after': '7' } },
  })
  const first = await assign({ email: 'bob@example.com' })
  expect(first).toMatchObject({ status: 503, body: { detail: 'down' } })
  expect(first.headers.get('retry-after')).toBe('7')
  expect((await list()).status).toBe(200)
  expect((await assign({ email: 'bob@example.com' })).status).toBe(503)
  expect((await assign({ email: 'bob@example.com' })).status).toBe(200)
})

test('a latency fault waits, and then acts', async () => {
  const { emulator, assign } = await prepare()
  emulator.inject({ times: 1, fault: { kind: 'latency', ms: 50 } })
  const started = performance.now()
  expect((await assign({ email: 'bob@example.com' })).status).toBe(200)
  expect(performance.now() - started).toBeGreaterThanOrEqual(45)
})

test.each([
  ['over HTTP', 0],
  ['in process', undefined],
])('a dropped connection rejects with a TypeError, before or after the change: %s', async (_where, port) => {
  const { emulator, assign, list } = await prepare(port)
  emulator.inject({ times: 1, fault: { kind: 'drop_before' } })
  await expect(assign({ email: 'bob@example.com' })).rejects.toThrow(TypeError)
  expect((await list()).body.seats).toEqual([])
  emulator.inject({ match: { path: '/v1/customer-seats' }, times: 1, fault: { kind: 'drop_after' } })
  await expect(assign({ email: 'bob@example.com' })).rejects.toThrow(TypeError)
  expect((await list()).body.seats).toMatchObject([{ email: 'bob@example.com' }])
})

test('garbage acts, and answers 200 with a page', async () => {
  const { emulator, list } = await prepare()
  emulator.inject({ match: { method: 'POST' }, times: 1, fault: { kind: 'garbage' } })
  const response = await emulator.fetch(`${emulator.url}/v1/customer-seats`, {
    method: 'POST',
    headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
    body: JSON.stringify({ subscription_id: emulator.ref('acme/sub'), email: 'bob@example.com' }),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(await response.text()).toContain('<html')
  expect((await list()).body.seats).toHaveLength(1)
})

test('a path matches as a prefix, with * for one segment', async () => {
  const { emulator, assign, list, resend, revoke } = await prepare()
  const { body } = await assign({ email: 'bob@example.com' })
  emulator.inject({ match: { path: '/v1/customer-seats/*/resend' }, fault: { kind: 'status', status: 500 } })
  expect((await resend(body.id)).status).toBe(500)
  expect((await list()).status).toBe(200)
  expect((await revoke(body.id)).status).toBe(200)
})

test('the same seed hits the same calls', async () => {
  const { emulator, list } = await prepare()
  const run = async () => {
    await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
    emulator.inject({ probability: 0.5, seed: 7, fault: { kind: 'status', status: 502 } })
    const statuses: number[] = []
    for (let call = 0; call < 40; call++) statuses.push((await list()).status)
    return statuses
  }
  const statuses = await run()
  expect(new Set(statuses)).toEqual(new Set([200, 502]))
  expect(await run()).toEqual(statuses)
})

test('faults hit neither the control API nor preflights, and their answers can be read across origins', async () => {
  const { emulator } = await prepare()
  emulator.inject({ fault: { kind: 'status', status: 503 } })
  expect((await emulator.fetch(`${emulator.url}/_emulator/health`)).status).toBe(200)
  const origin = 'https://app.example.com'
  const preflight = await emulator.fetch(`${emulator.url}/v1/customer-seats`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'GET' },
  })
  expect(preflight.status).toBe(200)
  const answer = await emulator.fetch(`${emulator.url}/v1/customer-seats`, { headers: { origin } })
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([503, '*'])
})

test('an abort by the caller passes through as it is', async () => {
  const { emulator } = await prepare()
  emulator.inject({ fault: { kind: 'latency', ms: 60_000 } })
  const controller = new AbortController()
  const call = emulator.fetch(`${emulator.url}/v1/customer-seats`, { signal: controller.signal })
  controller.abort()
  await expect(call).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
})

test.each([
  ['over HTTP', 0],
  ['in process', undefined],
])('a call can be dropped now and happen later, by the emulator’s clock: %s', async (_where, port) => {
  const { emulator, assign, list } = await prepare(port)
  emulator.inject({ times: 1, fault: { kind: 'drop_now_act_later', ms: 60_000 } })
  await expect(assign({ email: 'bob@example.com' })).rejects.toThrow(TypeError)
  expect((await list()).body.seats).toEqual([])
  emulator.advance(61)
  await expect.poll(async () => (await list()).body.seats).toMatchObject([{ email: 'bob@example.com' }])
})
