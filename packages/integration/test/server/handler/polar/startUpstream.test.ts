import { inspect } from 'node:util'
import { createSeatsClient } from '@seats/core'
import { memoryStore, type AuditEvent } from '@seats/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { withOccupant, statusAndCodeOf, startGuard, type TestGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'
const list = ({ send, emulator }: TestGuard) => send('GET', `${seats}?subscription_id=${emulator.ref('acme/sub')}`)
const assign = ({ send, emulator }: TestGuard, email = 'ada@example.com') =>
  send('POST', seats, { body: { subscription_id: emulator.ref('acme/sub'), email } })

describe('an error from Polar', () => {
  test('keeps status, code and detail', async () => {
    const guard = await startGuard()
    const response = await assign(guard, 'bob@example.com')
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: 'SeatAlreadyAssigned', detail: 'Seat already assigned to customer bob@example.com' },
    ])
    const resent = await guard.send('POST', `${seats}/${guard.emulator.ref('acme/bob')}/resend`)
    expect([resent.status, await resent.json()]).toEqual([
      400,
      { error: 'SeatNotPending', detail: 'Seat is not in pending status' },
    ])
  })

  test('is reported to the operator if Polar does not know the token', async () => {
    const guard = await startGuard({ accessToken: 'polar_oat_wrong' })
    const response = await list(guard)
    expect(response.headers.get('www-authenticate')).toBeNull()
    expect(await statusAndCodeOf(response)).toEqual([502, 'UpstreamRefused'])
    expect(guard.errors).toMatchObject([{ code: 'UpstreamRefused', cause: { status: 401 } }])
    expect(inspect(guard.errors, { depth: 9 })).not.toContain('polar_oat')
  })

  test('is reported to the operator if the token lacks a scope', async () => {
    const guard = await startGuard({ accessToken: 'polar_oat_readonly' })
    expect((await list(guard)).status).toBe(200)
    const response = await assign(guard)
    expect(await statusAndCodeOf(response)).toEqual([502, 'UpstreamRefused'])
    expect(guard.errors).toMatchObject([{ code: 'UpstreamRefused', cause: { code: 'InsufficientScope' } }])
  })

  test('keeps the Retry-After of a 429, and the guard sends the call only once', async () => {
    const guard = await startGuard()
    guard.emulator.inject({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '7' } } })
    const response = await list(guard)
    expect(response.headers.get('retry-after')).toBe('7')
    expect(await statusAndCodeOf(response)).toEqual([429, 'RateLimited'])
    expect(guard.calls).toHaveLength(1)
  })

  test('does not reveal Polar’s headers, cookies or host', async () => {
    const guard = await startGuard()
    const headers = { 'set-cookie': 'polar=1', 'x-request-id': 'abc', server: 'polar' }
    guard.emulator.inject({
      times: 1,
      fault: { kind: 'status', status: 500, body: '<html>api.polar.sh</html>', headers },
    })
    for (const response of [await list(guard), await list(guard)]) {
      expect([...response.headers.keys()].toSorted()).toEqual([
        'cache-control',
        'content-type',
        'date',
        'ratelimit-policy',
        'x-content-type-options',
      ])
      expect(await response.text()).not.toMatch(/polar\.sh|emulator\.test|polar_oat/)
    }
  })
})

describe('a token in an answer of Polar', () => {
  const tokens = ['polar_oat_s3cretS3cret', 'polar_cst_s3cretS3cret', 'whsec_s3cretS3cret', `s3cret${'x'.repeat(37)}`]
  const text = `Refused: ${tokens.join(' ')} Bearer s3cretS3cretS3cret99`
  const issue = { type: 'value_error', loc: ['body', 'email'], msg: text, input: text, ctx: { reason: text } }
  const faults: [string, number, object | string][] = [
    ['in a detail', 400, { error: 'BadRequest', detail: text }],
    ['in an error code', 400, { error: 'Xpolar_oat_s3cretS3cret', detail: 'Refused' }],
    ['in issues', 422, { error: 'RequestValidationError', detail: [issue] }],
    ['in a description', 403, { error: 'insufficient_scope', error_description: text }],
    ['in a 401', 401, { error: 'invalid_token', error_description: text }],
    ['in an HTML page', 500, `<html>${text}</html>`],
    ['in an answer that is not a roster', 200, { seats: text }],
  ]
  test.for(faults)('is not passed on: %s', async ([, status, body]) => {
    const events: AuditEvent[] = []
    const guard = await startGuard({ onAudit: (event) => void events.push(event) })
    const answer = typeof body === 'string' ? body : JSON.stringify(body)
    guard.emulator.inject({ fault: { kind: 'status', status, body: answer } })
    const answerTexts = [await list(guard), await assign(guard)].map((response) => response.text())
    const texts = [...(await Promise.all(answerTexts)), inspect(guard.errors, { depth: 9 }), JSON.stringify(events)]
    expect(texts.join('\n')).not.toContain('s3cret')
  })
})

describe('a call without a usable answer', () => {
  test.for([
    [{ kind: 'drop_after' }, 502, 'NetworkError'],
    [{ kind: 'garbage' }, 502, 'InvalidResponse'],
    [{ kind: 'status', status: 503, body: 'down' }, 503, 'ServerError'],
  ] as const)('fails with the right code, and only a change is ambiguous: %j', async ([fault, status, code]) => {
    const guard = await startGuard()
    guard.emulator.inject({ fault })
    const page = createSeatsClient({
      baseURL: '/api/seats',
      retry: false,
      fetch: (request) => {
        const pageRequest = new Request(request)
        pageRequest.headers.set('sec-fetch-site', 'same-origin')
        return guard.handler(pageRequest)
      },
    })
    const source = { subscription_id: guard.emulator.ref('acme/sub') }
    await expect(page.listSeats(source)).rejects.toMatchObject({ code, status, isAmbiguous: false, isRetryable: true })
    await expect(page.assignSeat({ ...source, email: 'ada@example.com' })).rejects.toMatchObject({
      code,
      status,
      isAmbiguous: true,
    })
    expect(guard.calls).toHaveLength(2)
  })
})

describe('within the 10 s that a client in a browser waits', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }))
  afterEach(() => void vi.useRealTimers())
  const resolveAfter = <T>(ms: number, value: T) =>
    new Promise<T>((resolve) => void setTimeout(() => resolve(value), ms))

  /** Moves the clock in steps. Work that does not wait for the clock is done between the steps. */
  const passTime = async (ms: number) => {
    for (let passedMs = 0; passedMs < ms; passedMs += 100) {
      await vi.advanceTimersByTimeAsync(100)
      await new Promise((resolve) => void setImmediate(resolve))
    }
  }

  /** Starts a guard. Polar, the token function and `authorize` answer after these delays, in milliseconds. */
  async function startSlowGuard(delays: { GET?: number; DELETE?: number; token?: number; authorize?: number }) {
    const published: string[] = []
    const calls: string[] = []
    const { emulator } = await startGuard()
    const source = { subscription_id: emulator.ref('acme/sub') }
    const client = createSeatsClient({
      accessToken: () => resolveAfter(delays.token ?? 0, 'polar_oat_acme'),
      baseURL: emulator.url,
      fetch: async (request) => {
        calls.push(request.method)
        const response = await emulator.fetch(request)
        return resolveAfter(request.method === 'GET' ? (delays.GET ?? 0) : (delays.DELETE ?? 0), response)
      },
    })
    const store = memoryStore()
    const publish = async (_: string, message: string) => void published.push(message.split('\n')[0] ?? '')
    const { send } = await startGuard({
      client,
      store: { ...store, publish },
      authorize: () => resolveAfter(delays.authorize ?? 0, { sources: [source] }),
    })
    const startedAtMs = Date.now()
    let durationMs: number | undefined
    const readResult = async (response: Promise<Response>) => {
      const { status } = await response
      durationMs = Date.now() - startedAtMs
      const { error, detail } = (await (await response).json()) as { error?: string; detail?: string }
      return { status, error, detail }
    }
    return {
      calls,
      published,
      durationMs: () => durationMs,
      revoke: () => readResult(send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))),
      list: () => readResult(send('GET', `${seats}?subscription_id=${source.subscription_id}`)),
    }
  }

  test('a change is not sent if too little time remains for an answer', async () => {
    const slowGuard = await startSlowGuard({ GET: 7_500 })
    const revoked = slowGuard.revoke()
    await passTime(8_000)
    expect(await revoked).toMatchObject({
      status: 504,
      error: 'TimeoutError',
      detail: expect.not.stringContaining('may have been made'),
    })
    expect([slowGuard.calls, slowGuard.published]).toEqual([['GET'], []])
  })

  test('after a change was sent, the guard answers before the page gives up, with the result or with a 504', async () => {
    const slowGuard = await startSlowGuard({ GET: 6_500, DELETE: 2_000 })
    const revoked = slowGuard.revoke()
    await passTime(9_000)
    expect(await revoked).toMatchObject({ status: 200 })
    expect(slowGuard.published).toEqual(['event: seat'])
    const slowerGuard = await startSlowGuard({ GET: 6_500, DELETE: 4_000 })
    const lateRevoke = slowerGuard.revoke()
    await passTime(9_500)
    expect(slowerGuard.durationMs()).toBeLessThan(9_500)
    expect(await lateRevoke).toMatchObject({ status: 504, detail: expect.stringContaining('may have been made') })
    expect(slowerGuard.published).toEqual(['event: changed'])
  })

  test('a token that comes late shortens the time for Polar', async () => {
    const slowGuard = await startSlowGuard({ token: 8_000, GET: 6_000 })
    const listed = slowGuard.list()
    await passTime(9_500)
    expect(slowGuard.durationMs()).toBeLessThan(9_500)
    expect(await listed).toMatchObject({ status: 504, error: 'TimeoutError' })
    const hangingGuard = await startSlowGuard({ token: 20_000 })
    const waiting = hangingGuard.list()
    await passTime(9_500)
    expect(hangingGuard.durationMs()).toBeLessThan(9_500)
    expect(await waiting).toMatchObject({ status: 504, error: 'TimeoutError' })
    expect(hangingGuard.calls).toEqual([])
  })

  test.for([-3_600_000, 3_600_000])('changing the system time by %i ms has no effect', async (step) => {
    const slowGuard = await startSlowGuard({ GET: 3_000 })
    const revoked = slowGuard.revoke()
    await passTime(1_000)
    vi.setSystemTime(Date.now() + step)
    await passTime(2_500)
    expect(await revoked).toMatchObject({ status: 200 })
    const hangingGuard = await startSlowGuard({ GET: 20_000 })
    const listed = hangingGuard.list()
    await passTime(1_000)
    vi.setSystemTime(Date.now() + step)
    await passTime(8_200)
    expect(await listed).toMatchObject({ status: 504 })
  })

  test('a slow `authorize` shortens the time for Polar', async () => {
    const slowGuard = await startSlowGuard({ authorize: 5_000, GET: 5_000 })
    const listed = slowGuard.list()
    await passTime(9_500)
    expect(slowGuard.durationMs()).toBeLessThan(9_500)
    expect(await listed).toMatchObject({ status: 504 })
    const slowerGuard = await startSlowGuard({ authorize: 9_600 })
    const lateList = slowerGuard.list()
    await passTime(9_600)
    expect(await lateList).toMatchObject({ status: 504 })
    expect(slowerGuard.calls).toEqual([])
  })
})

test('extra fields of a request do not reach Polar', async () => {
  const bodies: unknown[] = []
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    fetch: async (request) => {
      bodies.push(await request.json())
      return Response.json({}, { status: 400 })
    },
  })
  const { send, emulator } = await startGuard({ client })
  const source = { subscription_id: emulator.ref('acme/sub') }
  const body = `{"subscription_id":"${source.subscription_id}","email":"a@example.com","seats":99,"checkout_id":"${source.subscription_id}","__proto__":{"immediate_claim":true},"constructor":{"prototype":{"immediate_claim":true}}}`
  await send('POST', seats, { body })
  expect(bodies).toEqual([{ ...source, email: 'a@example.com' }])
  expect(Object.hasOwn(Object.prototype, 'immediate_claim')).toBe(false)
})
