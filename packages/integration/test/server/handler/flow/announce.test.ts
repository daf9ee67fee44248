import { memoryStore, type SeatsStore } from '@seats/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readEvents } from '../../readEvents.ts'
import { withOccupant, startGuard, type TestGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'

describe('a store that hangs', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())
  const never = () => new Promise<never>(() => {})

  test.for([
    ['at a publish', { publish: never }],
    ['at a write', { set: never }],
  ] as const)(
    'does not delay the audit of a change, and delays its answer only a little: %s',
    async ([, hangingMethods]) => {
      const statuses: number[] = []
      const { send, emulator, polar } = await startGuard({
        store: { ...memoryStore(), ...hangingMethods },
        onAudit: ({ status }) => void statuses.push(status),
      })
      const revoked = send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))
      await expect.poll(() => statuses).toEqual([200])
      await vi.advanceTimersByTimeAsync(1_000)
      expect((await revoked).status).toBe(200)
      const roster = await polar.listSeats({ subscription_id: emulator.ref('acme/sub') })
      expect(roster.seats.find(({ id }) => id === emulator.ref('acme/bob'))?.status).toBe('revoked')
    },
  )
})

test('a change is published even if its occupant cannot be stored or its audit fails', async () => {
  const failure = new Error('the store is full')
  const published: string[] = []
  const memory = memoryStore()
  const publish = async (_: string, message: string) => void published.push(message)
  const set: SeatsStore['set'] = async (key, ...rest) => {
    if (key.startsWith('occupant:')) throw failure
    return memory.set(key, ...rest)
  }
  const guardWithFailingStore = await startGuard({ store: { ...memory, set, publish } })
  const resend = ({ send, emulator }: TestGuard) => send('POST', `${seats}/${emulator.ref('acme/pia')}/resend`)
  expect((await resend(guardWithFailingStore)).status).toBe(200)
  expect(published).toHaveLength(1)
  expect(guardWithFailingStore.errors).toEqual([failure])
  const guardWithFailingAudit = await startGuard({
    store: { ...memory, publish },
    onAudit: () => Promise.reject(failure),
  })
  expect((await resend(guardWithFailingAudit)).status).toBe(500)
  expect(published).toHaveLength(2)
})

test('a change is audited before it is published', async () => {
  const steps: string[] = []
  const publish = async () => void steps.push('published')
  const { send, emulator } = await startGuard({
    store: { ...memoryStore(), publish },
    onAudit: async () => {
      await Promise.resolve()
      steps.push('audited')
    },
  })
  await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend`)
  expect(steps).toEqual(['audited', 'published'])
})

test('after an ambiguous change, live streams tell their pages to read the list again', async () => {
  const { send, emulator } = await startGuard()
  const path = `${seats}/events?subscription_id=${emulator.ref('acme/sub')}`
  const stream = readEvents(await send('GET', path))
  emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'DELETE' }, times: 1 })
  emulator.inject({ fault: { kind: 'status', status: 503 }, match: { method: 'POST' }, times: 1 })
  emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'GET' }, times: 1 })
  const revoke = () => send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, withOccupant('bob'))
  expect((await revoke()).status).toBe(502)
  expect(stream.events).toEqual([])
  expect((await revoke()).status).toBe(502)
  const body = { subscription_id: emulator.ref('acme/sub'), email: 'ada@example.com' }
  expect((await send('POST', seats, { body })).status).toBe(503)
  // A clear refusal publishes nothing, because nothing has changed.
  expect((await send('POST', seats, { body: { ...body, email: 'pia@example.com' } })).status).toBe(400)
  await expect.poll(() => stream.events).toHaveLength(2)
  const changedEvent = { event: 'changed', data: { subscription_id: emulator.ref('acme/sub') } }
  expect(stream.events).toEqual([changedEvent, changedEvent])
  await stream.cancel()
})
