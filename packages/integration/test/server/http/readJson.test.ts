import { describe, expect, test } from 'vitest'
import { startGuard } from '../startGuard.ts'

const seats = '/v1/customer-seats'

describe('an invalid body is refused', () => {
  const cases: [string, Record<string, string>, string, number][] = [
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'email=a%40example.com', 415],
    ['JSON as text/plain', { 'content-type': 'text/plain' }, '{}', 415],
    ['JSON as text/plain that mentions JSON', { 'content-type': 'text/plain; application/json' }, '{}', 415],
    ['malformed JSON', {}, '{"email":', 422],
    ['an array', {}, '[]', 422],
    ['null', {}, 'null', 422],
    ['an empty body', {}, '', 422],
    ['no source', {}, '{"email":"a@example.com"}', 422],
    ['a source that is not a UUID', {}, '{"subscription_id":"1","email":"a@example.com"}', 422],
    ['a source that is not a string', {}, '{"subscription_id":["1"],"email":"a@example.com"}', 422],
    ['a body that is too large', {}, JSON.stringify({ email: 'a'.repeat(20_000) }), 413],
  ]
  test.for(cases)('%s', async ([, headers, body, status]) => {
    const { send, calls } = await startGuard()
    expect((await send('POST', seats, { body, headers })).status).toBe(status)
    expect(calls).toEqual([])
  })

  test('reading stops at the limit if a body has no end', async () => {
    const { handler } = await startGuard()
    let sentBytes = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sentBytes += 1024
        controller.enqueue(new Uint8Array(1024).fill(32))
      },
    })
    const init = {
      method: 'POST',
      body,
      duplex: 'half' as const,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    }
    expect((await handler(new Request(`https://app.example.com/api/seats${seats}`, init))).status).toBe(413)
    expect(sentBytes).toBeLessThan(40_000)
  })

  test('a body that names two people is refused with an error in Polar’s form', async () => {
    const { send, emulator, calls } = await startGuard()
    const body = {
      subscription_id: emulator.ref('acme/sub'),
      email: 'a@example.com',
      member_id: emulator.ref('acme/sub'),
    }
    const response = await send('POST', seats, { body })
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { error: 'RequestValidationError', detail: [{ loc: ['body'] }] },
    ])
    expect(calls).toEqual([])
  })
})
