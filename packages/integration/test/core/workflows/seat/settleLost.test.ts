import { createSeatsClient, ensureRevoked, ensureSeat, reinviteSeat } from '@seats/core'
import type { Fault } from '@seats/emulator'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runUntilSettled, startTimedEmulator } from '../../startTimedEmulator.ts'
import { errorOf } from '../../startServers.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const recipient = { email: 'bob@example.com' }
const rateLimitFault = (retryAfter: string): Fault['fault'] => ({
  kind: 'status',
  status: 429,
  headers: { 'retry-after': retryAfter },
})
const timeOfLastCall = (sent: { atMs: number }[]) => sent.at(-1)?.atMs

describe('a change that the roster does not show', () => {
  test('counts as not made once the server must have ended the call: an assign', async () => {
    const { emulator, source, sent, client } = await startTimedEmulator()
    emulator.inject({ fault: { kind: 'status', status: 503 }, match: { method: 'POST' } })
    const error = await runUntilSettled(emulator, errorOf(ensureSeat(client(), { source, recipient })))
    expect(error).toMatchObject({ code: 'ServerError', operation: 'assignSeat', isAmbiguous: false, isRetryable: true })
    expect(error.detail).toMatch(/Nothing was changed: try again\.$/)
    expect(error.detail).not.toContain('may have been made')
    const posts = sent.filter(({ method }) => method === 'POST')
    expect(posts).toHaveLength(4)
    expect(Number(timeOfLastCall(sent)) - Number(timeOfLastCall(posts))).toBeGreaterThanOrEqual(10_000)
  })

  test('counts as not made once the server must have ended the call: a revoke', async () => {
    const { emulator, source, sent, client } = await startTimedEmulator()
    const seat = await client().assignSeat({ ...source, ...recipient })
    emulator.inject({ fault: { kind: 'drop_before' }, match: { method: 'DELETE' } })
    const error = await runUntilSettled(emulator, errorOf(ensureRevoked(client(), { source, seat })))
    expect(error).toMatchObject({ code: 'NetworkError', operation: 'revokeSeat', isAmbiguous: false })
    expect(sent.filter(({ method }) => method === 'DELETE')).toHaveLength(4)
  })

  test('stays ambiguous if the caller aborts while the server may still make it', async () => {
    const { emulator, source, client } = await startTimedEmulator()
    emulator.inject({ fault: { kind: 'status', status: 503 }, match: { method: 'POST' } })
    const controller = new AbortController()
    const error = errorOf(ensureSeat(client(), { source, recipient }, { signal: controller.signal }))
    setTimeout(() => controller.abort(), 6_000)
    expect(await runUntilSettled(emulator, error)).toMatchObject({ operation: 'assignSeat', isAmbiguous: true })
  })

  test('is found if it is made late', async () => {
    const { emulator, source, sent, client } = await startTimedEmulator()
    emulator.inject({ fault: { kind: 'status', status: 503 }, match: { method: 'POST' } })
    const result = ensureSeat(client(), { source, recipient })
    setTimeout(() => {
      void emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' }).then(() =>
        createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch }).assignSeat({
          ...source,
          ...recipient,
        }),
      )
    }, 7_000)
    expect(await runUntilSettled(emulator, result)).toMatchObject({ created: null, seat: { email: 'bob@example.com' } })
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(4)
  })
})

describe('a 429', () => {
  test('pauses an assign and a revoke', async () => {
    const { emulator, source, sent, client } = await startTimedEmulator()
    emulator.inject({ fault: rateLimitFault('60'), match: { method: 'POST' }, times: 3 })
    const { seat, created } = await runUntilSettled(emulator, ensureSeat(client(), { source, recipient }))
    expect(created).toBe(true)
    expect(timeOfLastCall(sent)).toBeGreaterThanOrEqual(180_000)
    emulator.inject({ fault: rateLimitFault('60'), match: { method: 'DELETE' }, times: 2 })
    if (seat === null) throw new Error('Bob has no seat')
    expect(await runUntilSettled(emulator, ensureRevoked(client(), { source, seat }))).toMatchObject({ revoked: true })
    expect(timeOfLastCall(sent)).toBeGreaterThanOrEqual(300_000)
  })

  test.each([
    ['after 15 minutes', '60', undefined, 900_000],
    ['after `maxWait`', '60', 130_000, 130_000],
    ['at once if it asks for days', '99999999', undefined, 0],
  ])('ends the workflow %s', async (_title, retryAfter, maxWait, afterMs) => {
    const { emulator, source, sent, client } = await startTimedEmulator()
    emulator.inject({ fault: rateLimitFault(retryAfter) })
    const error = await runUntilSettled(emulator, errorOf(ensureSeat(client(), { source, recipient }, { maxWait })))
    expect(error).toMatchObject({ code: 'RateLimited', isAmbiguous: false })
    expect(timeOfLastCall(sent)).toBeLessThanOrEqual(afterMs)
    expect(timeOfLastCall(sent)).toBeGreaterThanOrEqual(afterMs * 0.9)
  })

  test('pauses the read after a lost answer', async () => {
    const { emulator, source, sent, client } = await startTimedEmulator()
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST' }, times: 1 })
    emulator.inject({ fault: rateLimitFault('60'), match: { method: 'GET' }, times: 5 })
    const result = await runUntilSettled(emulator, ensureSeat(client(), { source, recipient }))
    expect(result).toMatchObject({ created: true, seat: { email: 'bob@example.com' } })
    expect(timeOfLastCall(sent)).toBeGreaterThanOrEqual(300_000)
  })

  test('that is repeated for each read ends with `RateLimited`, and says that the change may have been made', async () => {
    const { emulator, source, client } = await startTimedEmulator()
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST' }, times: 1 })
    emulator.inject({ fault: rateLimitFault('99999999'), match: { method: 'GET' } })
    const error = await runUntilSettled(emulator, errorOf(ensureSeat(client(), { source, recipient })))
    expect(error).toMatchObject({ code: 'RateLimited', operation: 'assignSeat', isAmbiguous: true, isRetryable: false })
    expect(error.detail).toContain('may have been made')
  })

  test('between the two calls of a renewal only delays the second call, so the person gets a seat', async () => {
    const { emulator, source, client } = await startTimedEmulator()
    const seat = await client().assignSeat({ ...source, ...recipient })
    emulator.inject({ fault: rateLimitFault('60'), match: { method: 'POST' }, times: 4 })
    expect(await runUntilSettled(emulator, reinviteSeat(client(), { source, seat }))).toMatchObject(recipient)
  })
})
