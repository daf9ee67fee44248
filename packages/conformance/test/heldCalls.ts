import { createSeatsClient, type CustomerSeat } from '@seats/core'
import { startEmulator } from '@seats/emulator'

interface HeldCall {
  method: string
  /** Answers with this response, or by default with the emulator's response. */
  answer: (response?: Response) => void
  fail: (error: Error) => void
}

/** An emulator without a port. The test files of a worker share it, so it ends with the worker. */
export const emulator = await startEmulator()

/** The requests that wait for an answer. A test takes them with `takeCall`, and answers them. */
export const unansweredCalls: HeldCall[] = []

/** A client that seems to call `@seats/server`, where a revoke is one request. `fetch` adds the token. */
export const client = createSeatsClient({
  baseURL: 'http://emulator.test',
  retry: false,
  fetch: async (request) => {
    request.headers.set('authorization', 'Bearer polar_oat_acme')
    const response = await emulator.fetch(request)
    return new Promise((resolve, reject) => {
      unansweredCalls.push({ method: request.method, answer: (other = response) => resolve(other), fail: reject })
    })
  },
})

/** A client whose calls are answered at once. */
export const immediateClient = createSeatsClient({
  accessToken: 'polar_oat_acme',
  baseURL: 'http://emulator.test',
  fetch: (request) => emulator.fetch(request),
})

/** A 502. After this answer, the client does not know whether a change took effect, so it reads the roster. */
export const badGateway = (): Response => new Response('<h1>Bad gateway</h1>', { status: 502 })

export const notPermitted = (): Response => Response.json({ error: 'NotPermitted', detail: 'No.' }, { status: 403 })

export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Waits for a call with this method, and removes it from `unansweredCalls`. */
export async function takeCall(method: string): Promise<HeldCall> {
  while (!unansweredCalls.some((call) => call.method === method)) await nextTask()
  const [call] = unansweredCalls.splice(
    unansweredCalls.findIndex((call) => call.method === method),
    1,
  )
  if (call === undefined) throw new Error('There is no such call.')
  return call
}

/** Forgets all seats and calls of the previous test, and gives Ada a seat. Resolves with that seat and its source. */
export async function seatAda(): Promise<{ source: { subscription_id: string }; seat: CustomerSeat }> {
  unansweredCalls.splice(0)
  const source = { subscription_id: emulator.reset()['acme/sub'] ?? '' }
  return { source, seat: await immediateClient.assignSeat({ ...source, email: 'ada@example.com' }) }
}
