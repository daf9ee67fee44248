import { createSeatsClient } from '@seats/core'
import { memoryStore } from '@seats/server'
import { afterEach, expect, test, vi } from 'vitest'
import { startGate } from './startGate.ts'

afterEach(() => void vi.restoreAllMocks())

const bob = { email: 'bob@example.com' }

test.each(['before it subscribes', 'after it has subscribed', 'while it reads'])(
  'a watch that is aborted %s keeps no subscription and no timer',
  async (step) => {
    const controller = new AbortController()
    const store = memoryStore()
    const abortAt = (at: string) => at === step && controller.abort()
    let openSubscriptions = 0
    const countingStore = {
      ...store,
      subscribe: async (...args: Parameters<typeof store.subscribe>) => {
        abortAt('before it subscribes')
        const unsubscribe = await store.subscribe(...args)
        openSubscriptions++
        abortAt('after it has subscribed')
        return () => {
          openSubscriptions--
          unsubscribe()
        }
      },
      readFields: (...args: Parameters<typeof store.readFields>) => {
        abortAt('while it reads')
        return store.readFields(...args)
      },
    }
    const { gate, sub } = await startGate({ store: countingStore })
    const setIntervalSpy = vi.spyOn(globalThis, 'setInterval')
    const clearIntervalSpy = vi.spyOn(globalThis, 'clearInterval')
    await gate.watch(sub, bob, { signal: controller.signal }, () => {}).catch(() => {})
    expect(openSubscriptions).toBe(0)
    expect(
      setIntervalSpy.mock.results.filter(
        ({ value }) => !clearIntervalSpy.mock.calls.some(([timer]) => timer === value),
      ),
    ).toEqual([])
  },
)

test('a watch without a person is refused, and subscribes to nothing', async () => {
  const store = memoryStore()
  const subscribe = vi.fn<typeof store.subscribe>(store.subscribe)
  const { gate, sub } = await startGate({ store: { ...store, subscribe } })
  const { signal } = new AbortController()
  // @ts-expect-error `id` does not name a person.
  await expect(gate.watch(sub, { id: 'bob' }, { signal }, () => {})).rejects.toMatchObject({
    code: 'RequestValidationError',
  })
  expect(subscribe).not.toHaveBeenCalled()
})

test.each([Infinity, 1e7])('`maxAge: %d` does not make a watch check all the time', async (maxAge) => {
  const { gate, sub } = await startGate({ maxAge })
  const controller = new AbortController()
  const setIntervalSpy = vi.spyOn(globalThis, 'setInterval')
  await gate.watch(sub, bob, { signal: controller.signal }, () => {})
  // A timer with a longer interval fires all the time.
  expect(setIntervalSpy.mock.calls.every(([, ms]) => ms !== undefined && ms < 2 ** 31)).toBe(true)
  controller.abort()
})

test('if the promise of `onChange` rejects, the error is reported', async () => {
  const { gate, sub, emulator, errors } = await startGate({ webhooks: true })
  const polar = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch })
  const controller = new AbortController()
  await gate.watch(sub, bob, { signal: controller.signal }, async () => {
    throw new Error('The socket is gone.')
  })
  await polar.revokeSeat(emulator.ref('acme/bob'))
  await emulator.delivered()
  await expect.poll(() => errors).toMatchObject([{ message: 'The socket is gone.' }])
  controller.abort()
})
