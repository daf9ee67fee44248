import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { createSeatsClient } from '@seats/core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { clientWithAnswers, errorOf } from '../../answers.ts'
import { roster, seat, source, uuid } from '../../seats.ts'

const options = { accessToken: 'polar_oat_test', retry: false } as const
const chunk = new Uint8Array(100_000).fill(32)

/** Returns a function that creates an endless body, and `readCounts`, which counts the bytes that are read. */
function createEndlessBody() {
  const readCounts = { bytes: 0, isCancelled: false }
  const body = () =>
    new ReadableStream<Uint8Array>({
      pull(stream) {
        readCounts.bytes += chunk.byteLength
        stream.enqueue(chunk)
      },
      cancel() {
        readCounts.isCancelled = true
      },
    })
  return { readCounts, body }
}

test('an endless answer is read up to 64 MB, and the error contains the name of the option', async () => {
  const { readCounts, body } = createEndlessBody()
  const { client } = clientWithAnswers(() => new Response(body()), options)
  const error = await errorOf(client.listSeats(source))
  expect(error).toMatchObject({ code: 'InvalidResponse', status: 200, isRetryable: false, isAmbiguous: false })
  expect(error.detail).toMatch(/longer than `maxAnswerBytes`/)
  expect(readCounts.bytes).toBeGreaterThanOrEqual(64_000_000)
  expect(readCounts.bytes).toBeLessThan(65_000_000)
  expect(readCounts.isCancelled).toBe(true)
})

test('if the answer to a change is too long, the error is ambiguous', async () => {
  const { body } = createEndlessBody()
  const { client } = clientWithAnswers(() => new Response(body()), { ...options, maxAnswerBytes: 1_000_000 })
  const error = await errorOf(client.revokeSeat(uuid()))
  expect(error).toMatchObject({ code: 'InvalidResponse', isAmbiguous: true })
  expect(error.detail).toMatch(/maxAnswerBytes.*may have been made/)
})

test.each([
  [400, 'BadRequest', false],
  [429, 'RateLimited', false],
  [503, 'ServerError', true],
])('an answer %i with an endless body causes the usual error %s', async (status, code, isAmbiguous) => {
  const { readCounts, body } = createEndlessBody()
  const { client } = clientWithAnswers(() => new Response(body(), { status }), {
    ...options,
    maxAnswerBytes: 1_000_000,
  })
  expect(await errorOf(client.revokeSeat(uuid()))).toMatchObject({ code, status, isAmbiguous })
  expect(readCounts.bytes).toBeLessThan(2_000_000)
})

test('an answer that is small only while it is compressed is read up to the limit', async () => {
  // Several gzip texts in a row are read as one text, here of 300 MB.
  const megabyte = gzipSync(new Uint8Array(1_000_000))
  const gzipBomb = Buffer.concat(Array.from({ length: 300 }, () => megabyte))
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipBomb)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const client = createSeatsClient({ ...options, baseURL: `http://127.0.0.1:${port}`, maxAnswerBytes: 5_000_000 })
  const bytesBefore = process.memoryUsage().arrayBuffers
  const error = await errorOf(client.listSeats(source))
  expect(error.detail).toMatch(/longer than `maxAnswerBytes`/)
  expect(process.memoryUsage().arrayBuffers - bytesBefore).toBeLessThan(50_000_000)
})

test('an answer of exactly the limit is read, and one byte more is not', async () => {
  const text = JSON.stringify(roster([seat({ email: 'jürgen@example.com' })]))
  const bytes = new TextEncoder().encode(text).byteLength
  const { client } = clientWithAnswers(() => new Response(text), { ...options, maxAnswerBytes: bytes })
  expect((await client.listSeats(source)).seats[0]?.email).toBe('jürgen@example.com')
  const clientWithSmallerLimit = clientWithAnswers(() => new Response(text), { ...options, maxAnswerBytes: bytes - 1 })
  expect((await errorOf(clientWithSmallerLimit.client.listSeats(source))).code).toBe('InvalidResponse')
})

test('a character that is split between two chunks of an answer is read correctly', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(roster([seat({ email: 'jürgen@example.com' })])))
  const bodyOfSingleBytes = () =>
    new ReadableStream<Uint8Array>({
      start(stream) {
        for (const byte of bytes) stream.enqueue(new Uint8Array([byte]))
        stream.close()
      },
    })
  const { client } = clientWithAnswers(() => new Response(bodyOfSingleBytes()), options)
  expect((await client.listSeats(source)).seats[0]?.email).toBe('jürgen@example.com')
})

test('an endless body is not read after the timeout', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let pullCount = 0
  const createSlowAnswer = () =>
    new ReadableStream<Uint8Array>({
      async pull(stream) {
        await new Promise((resolve) => setTimeout(resolve, 1))
        pullCount++
        stream.enqueue(new Uint8Array(1))
      },
    })
  const { client } = clientWithAnswers(() => new Response(createSlowAnswer()), { ...options, timeout: 20 })
  const error = errorOf(client.listSeats(source))
  await vi.advanceTimersByTimeAsync(20)
  expect((await error).code).toBe('TimeoutError')
  const countAtTimeout = pullCount
  expect(countAtTimeout).toBeGreaterThan(10)
  await vi.advanceTimersByTimeAsync(30)
  expect(pullCount - countAtTimeout).toBeLessThanOrEqual(2)
})
