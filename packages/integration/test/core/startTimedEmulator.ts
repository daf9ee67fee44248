import { createSeatsClient, type SeatsClient, type SeatsClientOptions } from '@seats/core'
import { startEmulator, type Emulator } from '@seats/emulator'
import { onTestFinished, vi } from 'vitest'
import { seedWithSeats } from './team.ts'

export interface TimedEmulator {
  emulator: Emulator
  source: { subscription_id: string }
  /** Each call, with the milliseconds since the start at which it was sent. */
  sent: { method: string; atMs: number }[]
  client(options?: Partial<SeatsClientOptions>): SeatsClient
}

/** Starts an emulator in this process. Use it with fake timers, so that only `runUntilSettled` lets time pass. */
export async function startTimedEmulator(seats = 10): Promise<TimedEmulator> {
  const emulator = await startEmulator({ seed: seedWithSeats(seats) })
  onTestFinished(() => emulator.close())
  const sent: TimedEmulator['sent'] = []
  const startedAt = performance.now()
  return {
    emulator,
    source: { subscription_id: emulator.ref('acme/sub') },
    sent,
    client: (options = {}) =>
      createSeatsClient({
        accessToken: 'polar_oat_acme',
        baseURL: emulator.url,
        now: emulator.now,
        fetch: (request: Request) => {
          sent.push({ method: request.method, atMs: performance.now() - startedAt })
          return emulator.fetch(request)
        },
        ...options,
      } as SeatsClientOptions),
  }
}

/** Lets time pass, here and in the emulator, until a promise has settled. Resolves with its value. */
export async function runUntilSettled<T>(emulator: Emulator, promise: Promise<T>, stepMs = 500): Promise<T> {
  const state = { isDone: false }
  const finished = promise.finally(() => {
    state.isDone = true
  })
  finished.catch(() => {})
  for (let step = 0; !state.isDone && step < 7200; step++) {
    await vi.advanceTimersByTimeAsync(stepMs)
    emulator.advance(stepMs / 1000)
    // Lets the current work end before the next step.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return finished
}
