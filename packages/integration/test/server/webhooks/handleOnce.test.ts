import { memoryStore } from '@seats/server'
import { describe, expect, test, vi } from 'vitest'
import { signedRequest } from '../sign.ts'
import {
  assignedEvent,
  createEvent,
  pendingSeat,
  createTestWebhookHandler,
  useFakeTime,
} from '../createTestWebhookHandler.ts'

describe('handling an event once', () => {
  test('a duplicate is recognized by its id and ignored', async () => {
    const { handler, handledEvents } = createTestWebhookHandler()
    for (const id of ['1', '1', '2', '1'])
      expect((await handler(signedRequest(assignedEvent, { id }))).status).toBe(200)
    expect(handledEvents).toHaveLength(2)
  })

  test('a duplicate is ignored in another process with the same store', async () => {
    const store = memoryStore()
    const [firstProcess, secondProcess] = [createTestWebhookHandler({ store }), createTestWebhookHandler({ store })]
    await firstProcess.handler(signedRequest(assignedEvent))
    expect((await secondProcess.handler(signedRequest(assignedEvent))).status).toBe(200)
    expect([firstProcess.handledEvents.length, secondProcess.handledEvents.length]).toEqual([1, 0])
  })

  test('a failed callback is answered with 500, and the next attempt calls it again', async () => {
    let failures = 1
    const failure = new Error('the database is down')
    const { handler, errors } = createTestWebhookHandler({
      on: {
        'customer_seat.assigned': () => {
          if (failures-- > 0) throw failure
        },
      },
    })
    const response = await handler(signedRequest(assignedEvent))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('database')
    expect(errors).toEqual([failure])
    expect((await handler(signedRequest(assignedEvent))).status).toBe(200)
    expect(failures).toBe(-1)
  })

  test('an event is not handled twice at the same time', async () => {
    let finish = () => {}
    const work = new Promise<void>((resolve) => {
      finish = resolve
    })
    let calls = 0
    const { handler } = createTestWebhookHandler({
      on: {
        'customer_seat.assigned': async () => {
          calls += 1
          await work
        },
      },
    })
    const firstDelivery = handler(signedRequest(assignedEvent))
    await expect.poll(() => calls).toBe(1)
    expect((await handler(signedRequest(assignedEvent))).status).toBe(409)
    finish()
    expect((await firstDelivery).status).toBe(200)
    expect((await handler(signedRequest(assignedEvent))).status).toBe(200)
    expect(calls).toBe(1)
  })

  test('a slow callback is not called again while it runs, and no timer remains', async () => {
    useFakeTime()
    const [work, calls] = [Promise.withResolvers<void>(), vi.fn<() => void>()]
    const on = {
      'customer_seat.assigned': async () => {
        calls()
        await work.promise
      },
    }
    const store = memoryStore()
    const { handler } = createTestWebhookHandler({ store, on })
    const firstDelivery = handler(signedRequest(assignedEvent))
    const otherProcess = createTestWebhookHandler({ store })
    for (let minute = 0; minute < 5; minute++) {
      await vi.advanceTimersByTimeAsync(61_000)
      expect((await otherProcess.handler(signedRequest(assignedEvent))).status).toBe(409)
    }
    work.resolve()
    expect((await firstDelivery).status).toBe(200)
    expect((await handler(signedRequest(assignedEvent))).status).toBe(200)
    expect(calls).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a callback that never ends does not block the event for good', async () => {
    useFakeTime()
    const store = memoryStore()
    const stuckProcess = createTestWebhookHandler({
      store,
      on: { 'customer_seat.assigned': () => new Promise<void>(() => {}) },
    })
    void stuckProcess.handler(signedRequest(assignedEvent))
    const nextProcess = createTestWebhookHandler({ store })
    const statuses: number[] = []
    // All of Polar's attempts together take half an hour.
    for (let minute = 0; minute < 30; minute++) {
      await vi.advanceTimersByTimeAsync(60_000)
      statuses.push((await nextProcess.handler(signedRequest(assignedEvent))).status)
    }
    expect(statuses.at(-1)).toBe(200)
    expect(nextProcess.handledEvents).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a late failure does not undo the success of another attempt', async () => {
    useFakeTime()
    const store = memoryStore()
    const work = Promise.withResolvers<void>()
    const firstProcess = createTestWebhookHandler({ store, on: { 'customer_seat.assigned': () => work.promise } })
    const failingDelivery = firstProcess.handler(signedRequest(assignedEvent))
    await vi.advanceTimersByTimeAsync(0)
    // This happens if the process stops for so long that its lock on the event expires.
    await store.delete('webhook:msg_1')
    const secondProcess = createTestWebhookHandler({ store })
    expect((await secondProcess.handler(signedRequest(assignedEvent))).status).toBe(200)
    await vi.advanceTimersByTimeAsync(61_000)
    work.reject(new Error('too late'))
    expect((await failingDelivery).status).toBe(500)
    expect((await secondProcess.handler(signedRequest(assignedEvent))).status).toBe(200)
    expect(secondProcess.handledEvents).toHaveLength(1)
  })

  test('a callback is not called again if the store failed once after it', async () => {
    const store = memoryStore()
    let failures = 1
    const { handler, handledEvents, errors } = createTestWebhookHandler({
      store: {
        ...store,
        set: async (key, value, options) => {
          if (value === 'done' && failures-- > 0) throw new Error('Redis does not answer.')
          return store.set(key, value, options)
        },
      },
    })
    expect((await handler(signedRequest(assignedEvent))).status).toBe(200)
    expect((await handler(signedRequest(assignedEvent))).status).toBe(200)
    expect([handledEvents.length, errors]).toEqual([1, []])
  })

  test('a callback is not called again if the stored occupant could not be deleted', async () => {
    const { handler, handledEvents, errors } = createTestWebhookHandler({
      store: { ...memoryStore(), delete: () => Promise.reject(new Error('Redis does not answer.')) },
    })
    const revokedEvent = createEvent('customer_seat.revoked', {
      ...pendingSeat,
      status: 'revoked',
      email: null,
      customer_email: null,
    })
    await handler(signedRequest(assignedEvent, { id: 'assign' }))
    expect((await handler(signedRequest(revokedEvent))).status).toBe(200)
    expect((await handler(signedRequest(revokedEvent))).status).toBe(200)
    expect([handledEvents.length, errors]).toEqual([2, []])
  })

  test('a failing store is answered with 500, so that Polar sends the event again', async () => {
    const { handler, handledEvents, errors } = createTestWebhookHandler({
      store: { ...memoryStore(), set: () => Promise.reject(new Error('Redis is not connected.')) },
    })
    expect((await handler(signedRequest(assignedEvent))).status).toBe(500)
    expect([handledEvents, errors.length]).toEqual([[], 1])
  })
})
