import { expect, test } from 'vitest'
import { apiCalls } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'

const collectStatuses = async (count: number, call: () => Promise<{ status: number }>) => {
  const statuses: number[] = []
  for (let index = 0; index < count; index++) statuses.push((await call()).status)
  return statuses
}

test('by default, the number of calls is not limited', async () => {
  const { list } = apiCalls(await startTestEmulator())
  expect(new Set(await collectStatuses(600, list))).toEqual(new Set([200]))
})

test('a token above its limit of calls per minute gets an empty 429', async () => {
  const emulator = await startTestEmulator('in memory', { rateLimit: 3 })
  const { list, call, claimInfo } = apiCalls(emulator)
  expect(await collectStatuses(4, list)).toEqual([200, 200, 200, 429])
  const refused = await list()
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(refused.body).toBeUndefined()
  expect(refused.headers.get('polar-version')).toBe('2026-04')
  expect(await collectStatuses(4, () => claimInfo('x'))).toEqual([404, 404, 404, 429])
  expect((await call('GET', '/nothing', { token: null })).status).toBe(404)
  emulator.advance(59)
  expect((await list()).headers.get('retry-after')).toBe('60')
  emulator.advance(2)
  expect((await list()).status).toBe(200)
})

test('an unknown token may make at most sixty calls a minute', async () => {
  const { call } = apiCalls(await startTestEmulator('in memory', { rateLimit: 500 }))
  const statuses = await collectStatuses(61, () => call('GET', '/v1/customer-seats', { token: 'polar_oat_wrong' }))
  expect(statuses.filter((status) => status === 401)).toHaveLength(60)
  expect(statuses.at(-1)).toBe(429)
})

test('a caller who opens the claim stream more than ten times a minute is blocked for five minutes', async () => {
  const emulator = await startTestEmulator('in memory', { rateLimit: 500 })
  const { call, claimInfo } = apiCalls(emulator)
  const openStream = () => call('GET', '/v1/customer-seats/claim/x/stream', { token: null })
  expect(await collectStatuses(11, openStream)).toEqual([...Array<number>(10).fill(404), 429])
  expect((await openStream()).headers.get('retry-after')).toBe('300')
  expect((await claimInfo('x')).status).toBe(429)
  emulator.advance(299)
  const refused = await claimInfo('x')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '300'])
  emulator.advance(2)
  expect((await claimInfo('x')).status).toBe(404)
})
