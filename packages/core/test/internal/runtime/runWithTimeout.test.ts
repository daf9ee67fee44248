import { afterEach, expect, test, vi } from 'vitest'
import { clientWithAnswers, errorOf } from '../../answers.ts'
import { source } from '../../seats.ts'

afterEach(() => void vi.useRealTimers())

const neverAnswers = () => new Promise<Response>(() => {})
let isEndless = true
const writeSlowly = async (stream: ReadableStreamDefaultController) => {
  await new Promise((resolve) => setTimeout(resolve))
  if (isEndless) stream.enqueue(new Uint8Array(16))
  else stream.close()
}
const endlessResponse = () => new Response(new ReadableStream({ pull: writeSlowly }))
const stuckResponse = () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(16)) }))

test.each([
  ['a fetch that never answers and ignores its signal', neverAnswers],
  ['an answer that stops half-way', stuckResponse],
])('each attempt with %s ends with a TimeoutError', async (_what, answer) => {
  vi.useFakeTimers()
  const { client, requests } = clientWithAnswers(answer, { accessToken: 'polar_oat_x', timeout: 1_000 })
  const readError = errorOf(client.listSeats(source))
  const changeError = errorOf(client.assignSeat({ ...source, email: 'a@example.com' }))
  await vi.runAllTimersAsync()
  expect(await readError).toMatchObject({ code: 'TimeoutError', isRetryable: true, isAmbiguous: false })
  expect(await changeError).toMatchObject({ code: 'TimeoutError', isRetryable: false, isAmbiguous: true })
  expect((await changeError).detail).toMatch(/within 1 s.*may have been made/)
  expect(requests.map(({ method }) => method).toSorted()).toEqual(['GET', 'GET', 'GET', 'POST'])
})

test('an endless answer ends with a TimeoutError', async () => {
  const { client } = clientWithAnswers(endlessResponse, { accessToken: 'polar_oat_x', timeout: 30, retry: false })
  expect(await errorOf(client.listSeats(source))).toMatchObject({ code: 'TimeoutError' })
  isEndless = false
})

test('a call’s timeout replaces the client’s; 0, Infinity and a time that is too long for a timer set no limit', async () => {
  vi.useFakeTimers()
  const { client } = clientWithAnswers(neverAnswers, { accessToken: 'polar_oat_x', timeout: 50, retry: false })
  for (const timeout of [0, Infinity, 5e9]) {
    const onSettled = vi.fn<() => void>()
    void client.listSeats(source, { timeout }).then(onSettled, onSettled)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(onSettled).not.toHaveBeenCalled()
  }
  const error = errorOf(client.listSeats(source))
  await vi.advanceTimersByTimeAsync(50)
  expect((await error).code).toBe('TimeoutError')
})

test('a call rejects with the reason of an abort before, during and between attempts, and then no timer runs', async () => {
  vi.useFakeTimers()
  const reason = new Error('left the page')
  const { client, requests } = clientWithAnswers(neverAnswers)
  await expect(client.listSeats(source, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  expect(requests).toHaveLength(0)

  const callController = new AbortController()
  const call = client.listSeats(source, { signal: callController.signal }).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(1)
  callController.abort(reason)
  expect(await call).toBe(reason)

  const failingClient = clientWithAnswers(() => new Response('', { status: 503 }), {
    accessToken: 'polar_oat_x',
    retry: { minDelay: 1e6, maxDelay: 1e6 },
  })
  const pauseController = new AbortController()
  const retriedCall = failingClient.client
    .listSeats(source, { signal: pauseController.signal })
    .catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(0)
  pauseController.abort(reason)
  expect(await retriedCall).toBe(reason)
  expect(failingClient.requests).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('an abort of a call also aborts the signal that fetch gets', async () => {
  const onAbort = vi.fn<() => void>()
  const { client, requests } = clientWithAnswers(({ signal }) => {
    signal.addEventListener('abort', onAbort)
    return neverAnswers()
  })
  const controller = new AbortController()
  const call = client.listSeats(source, { signal: controller.signal }).catch(() => {})
  await vi.waitFor(() => expect(requests).toHaveLength(1))
  controller.abort()
  await call
  expect(onAbort).toHaveBeenCalledTimes(1)
})

test('a signal that is used for many calls keeps no listeners', async () => {
  const { signal } = new AbortController()
  const add = vi.spyOn(signal, 'addEventListener')
  const remove = vi.spyOn(signal, 'removeEventListener')
  const { client } = clientWithAnswers()
  for (let index = 0; index < 20; index++) await client.listSeats(source, { signal })
  expect(remove.mock.calls.length).toBe(add.mock.calls.length)
})
