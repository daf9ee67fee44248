import { expect, test } from 'vitest'
import { apiCalls } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'

const prepareEmulator = async (port?: number) => {
  const emulator = await startTestEmulator('in memory', port === undefined ? {} : { port })
  return { emulator, ...apiCalls(emulator) }
}

test('a status fault answers `times` calls, which have no effect', async () => {
  const { emulator, assign, list } = await prepareEmulator()
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

test('a latency fault delays the call', async () => {
  const { emulator, assign } = await prepareEmulator()
  emulator.inject({ times: 1, fault: { kind: 'latency', ms: 50 } })
  const started = performance.now()
  expect((await assign({ email: 'bob@example.com' })).status).toBe(200)
  expect(performance.now() - started).toBeGreaterThanOrEqual(45)
})

test.each([
  ['over HTTP', 0],
  ['in process', undefined],
])(
  'a call whose connection is dropped rejects with a TypeError, before or after the call has an effect: %s',
  async (_where, port) => {
    const { emulator, assign, list } = await prepareEmulator(port)
    emulator.inject({ times: 1, fault: { kind: 'drop_before' } })
    await expect(assign({ email: 'bob@example.com' })).rejects.toThrow(TypeError)
    expect((await list()).body.seats).toEqual([])
    emulator.inject({ match: { path: '/v1/customer-seats' }, times: 1, fault: { kind: 'drop_after' } })
    await expect(assign({ email: 'bob@example.com' })).rejects.toThrow(TypeError)
    expect((await list()).body.seats).toMatchObject([{ email: 'bob@example.com' }])
  },
)

test('a garbage fault lets the call have its effect, and answers 200 with an HTML page', async () => {
  const { emulator, list } = await prepareEmulator()
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

test('the path of a fault matches as a prefix, and * matches one segment', async () => {
  const { emulator, assign, list, resend, revoke } = await prepareEmulator()
  const { body } = await assign({ email: 'bob@example.com' })
  emulator.inject({ match: { path: '/v1/customer-seats/*/resend' }, fault: { kind: 'status', status: 500 } })
  expect((await resend(body.id)).status).toBe(500)
  expect((await list()).status).toBe(200)
  expect((await revoke(body.id)).status).toBe(200)
})

test('faults with the same random seed apply to the same calls', async () => {
  const { emulator, list } = await prepareEmulator()
  const recordStatuses = async () => {
    await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
    emulator.inject({ probability: 0.5, seed: 7, fault: { kind: 'status', status: 502 } })
    const statuses: number[] = []
    for (let call = 0; call < 40; call++) statuses.push((await list()).status)
    return statuses
  }
  const statuses = await recordStatuses()
  expect(new Set(statuses)).toEqual(new Set([200, 502]))
  expect(await recordStatuses()).toEqual(statuses)
})

test('a fault does not apply to the control API or to preflights, and its answer has CORS headers', async () => {
  const { emulator } = await prepareEmulator()
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

test('an abort by the caller rejects with the reason of the abort', async () => {
  const { emulator } = await prepareEmulator()
  emulator.inject({ fault: { kind: 'latency', ms: 60_000 } })
  const controller = new AbortController()
  const call = emulator.fetch(`${emulator.url}/v1/customer-seats`, { signal: controller.signal })
  controller.abort()
  await expect(call).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
})

test.each([
  ['over HTTP', 0],
  ['in process', undefined],
])('a call can lose its answer now and take effect later by the emulator’s clock: %s', async (_where, port) => {
  const { emulator, assign, list } = await prepareEmulator(port)
  emulator.inject({ times: 1, fault: { kind: 'drop_now_act_later', ms: 60_000 } })
  await expect(assign({ email: 'bob@example.com' })).rejects.toThrow(TypeError)
  expect((await list()).body.seats).toEqual([])
  emulator.advance(61)
  await expect.poll(async () => (await list()).body.seats).toMatchObject([{ email: 'bob@example.com' }])
})
