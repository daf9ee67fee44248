import { memoryStore } from '@seats/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listen } from '../listen.ts'
import { readEvents } from '../readEvents.ts'
import { invitationToken, withOccupant, statusAndCodeOf, startGuard, type TestGuard } from '../startGuard.ts'

const seats = '/v1/customer-seats'
const eventsPath = ({ emulator }: TestGuard, ref = 'acme/sub') => `${seats}/events?subscription_id=${emulator.ref(ref)}`

async function startStream(options: Parameters<typeof startGuard>[0] = {}) {
  const guard = await startGuard(options)
  const response = await guard.send('GET', eventsPath(guard))
  return { ...guard, response, stream: readEvents(response) }
}

test('a change through the handler reaches users who may list the source', async () => {
  const { send, emulator, stream, response } = await startStream()
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  const subscription_id = emulator.ref('acme/sub')
  const assigned = await send('POST', seats, { body: { subscription_id, email: 'ada@example.com' } })
  const seat: unknown = await assigned.json()
  await expect.poll(() => stream.events).toEqual([{ event: 'seat', data: seat }])
  await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))
  const body = { invitation_token: invitationToken(emulator, 'pia@example.com') }
  await send('POST', `${seats}/claim`, { body })
  await expect
    .poll(() => stream.events.slice(1))
    .toMatchObject([
      { event: 'seat', data: { id: emulator.ref('acme/bob'), status: 'revoked' } },
      { event: 'seat', data: { id: emulator.ref('acme/pia'), status: 'claimed' } },
    ])
  expect(stream.retry).toEqual([3000])
  // Events of the order do not reach the subscription's stream.
  await send('POST', `${seats}/${emulator.ref('acme/ole')}/resend`)
  expect(stream.events).toHaveLength(3)
  await stream.cancel()
})

test('a stream starts with an event if something has just changed', async () => {
  const guard = await startGuard()
  const open = async (path = eventsPath(guard)) => readEvents(await guard.send('GET', path))
  const streamBefore = await open()
  const subscription_id = guard.emulator.ref('acme/sub')
  await guard.send('POST', seats, { body: { subscription_id, email: 'ada@example.com' } })
  const streamAfter = await open()
  await expect.poll(() => streamAfter.events).toEqual([{ event: 'recent', data: { subscription_id } }])
  await expect.poll(() => streamBefore.events).toMatchObject([{ event: 'seat' }])
  const orderStream = await open(`${seats}/events?order_id=${guard.emulator.ref('acme/ord')}`)
  await expect.poll(() => orderStream.retry).toEqual([3000])
  expect(orderStream.events).toEqual([])
})

test('a stream needs the same grant as the list', async () => {
  const guard = await startGuard()
  expect(await statusAndCodeOf(guard.send('GET', eventsPath(guard, 'acme/foreign')))).toEqual([404, 'ResourceNotFound'])
  expect(await statusAndCodeOf(guard.send('GET', `${seats}/events`))).toEqual([422, 'RequestValidationError'])
  guard.grant({ sources: [{ subscription_id: guard.emulator.ref('acme/sub') }], operations: ['assignSeat'] })
  expect(await statusAndCodeOf(guard.send('GET', eventsPath(guard)))).toEqual([403, 'OperationNotGranted'])
  guard.grant(null)
  expect(await statusAndCodeOf(guard.send('GET', eventsPath(guard)))).toEqual([401, 'Unauthorized'])
  expect(guard.calls).toEqual([])
})

test('closing the handler ends its streams, and no new stream opens', async () => {
  const guard = await startStream()
  const url = await listen(guard.handler)
  const httpStream = readEvents(await fetch(`${url}/api/seats${eventsPath(guard)}`))
  await expect.poll(() => httpStream.retry).toEqual([3000])
  guard.handler.close()
  expect(await Promise.all([guard.stream.ended, httpStream.ended])).toEqual(['end', 'end'])
  expect((await guard.send('GET', eventsPath(guard))).status).toBe(503)
})

test('one user has a limited number of streams, and closing a stream frees its slot', async () => {
  const guard = await startGuard()
  const open = () => guard.send('GET', eventsPath(guard))
  const streams = await Promise.all(Array.from({ length: 100 }, open))
  expect(streams.every(({ status }) => status === 200)).toBe(true)
  const refusal = await open()
  expect(refusal.headers.get('retry-after')).toBe('60')
  expect(await statusAndCodeOf(refusal)).toEqual([429, 'RateLimited'])
  await streams[0]?.body?.cancel()
  expect((await open()).status).toBe(200)
})

test('a stream unsubscribes from the store when the page closes the connection', async () => {
  const store = memoryStore()
  let subscriptionCount = 0
  const countingStore = {
    ...store,
    subscribe: async (channel: string, onMessage: (message: string) => void) => {
      const unsubscribe = await store.subscribe(channel, onMessage)
      subscriptionCount += 1
      return () => {
        subscriptionCount -= 1
        unsubscribe()
      }
    },
  }
  const guard = await startGuard({ store: countingStore })
  const url = await listen(guard.handler)
  const controller = new AbortController()
  const stream = readEvents(await fetch(`${url}/api/seats${eventsPath(guard)}`, { signal: controller.signal }))
  await expect.poll(() => stream.retry).toHaveLength(1)
  expect(subscriptionCount).toBe(1)
  controller.abort()
  await expect.poll(() => subscriptionCount).toBe(0)
})

test('a slow reader is disconnected before its events fill the memory', async () => {
  const store = memoryStore()
  const guard = await startGuard({ store })
  const response = await guard.send('GET', eventsPath(guard))
  const reader = response.body?.getReader()
  const channel = `events:subscription:${guard.emulator.ref('acme/sub')}`
  const message = `event: seat\ndata: "${'x'.repeat(1_000)}"\n\n`
  for (let count = 0; count < 60; count++) await store.publish(channel, message)
  // No event is lost while the text that waits is below the limit.
  expect((await reader?.read())?.done).toBe(false)
  for (let count = 0; count < 20; count++) await store.publish(channel, message)
  const drain = async () => {
    while (!(await reader?.read())?.done);
  }
  await expect(drain()).rejects.toThrow('too slow')
  const secondStream = readEvents(await guard.send('GET', eventsPath(guard)))
  await store.publish(channel, message)
  await expect.poll(() => secondStream.events).toHaveLength(1)
})

test('a change is answered even if the store fails after the change', async () => {
  const store = { ...memoryStore(), publish: () => Promise.reject(new Error('the bus is down')) }
  const { send, emulator, errors } = await startGuard({ store })
  const body = { subscription_id: emulator.ref('acme/sub'), email: 'ada@example.com' }
  expect((await send('POST', seats, { body })).status).toBe(200)
  expect(errors).toMatchObject([{ message: 'the bus is down' }])
})

describe('while time passes', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())

  test('a silent stream has a heartbeat', async () => {
    const { stream } = await startStream()
    // Some browsers open a stream only at its first byte.
    await expect.poll(() => stream.comments.length).toBe(1)
    await vi.advanceTimersByTimeAsync(45_000)
    await expect.poll(() => stream.comments.length).toBe(4)
    await stream.cancel()
    expect(vi.getTimerCount()).toBe(0)
  })

  test.for([
    ['signed out', null],
    ['another source', { sources: [] }],
    ['another role', 'no list'],
  ] as const)('a grant that is withdrawn ends the stream within a minute: %s', async ([, change]) => {
    const { grant, emulator, stream } = await startStream()
    await vi.advanceTimersByTimeAsync(50_000)
    expect(await Promise.race([stream.ended, Promise.resolve('open')])).toBe('open')
    const sources = [{ subscription_id: emulator.ref('acme/sub') }]
    grant(change === 'no list' ? { sources, operations: [] } : change && { sources: [] })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await stream.ended).toBe('end')
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a stream ends within a minute if `authorize` fails or never answers', async () => {
    let answerAuthorize: () => Promise<never> = () => Promise.reject(new Error('the session store is down'))
    let isFirst = true
    const guard = await startGuard()
    const sources = [{ subscription_id: guard.emulator.ref('acme/sub') }]
    const { send } = await startGuard({
      authorize: () => {
        if (!isFirst) return answerAuthorize()
        isFirst = false
        return { sources }
      },
    })
    const failingStream = readEvents(await send('GET', eventsPath(guard)))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await failingStream.ended).toBe('end')
    isFirst = true
    answerAuthorize = () => new Promise(() => {})
    const hangingStream = readEvents(await send('GET', eventsPath(guard)))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await hangingStream.ended).toBe('end')
  })
})
