import { expect, test } from 'vitest'
import { apiCalls } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'
import type { Fault } from '../src/exports/index.ts'

const prepareEmulator = async () => {
  const emulator = await startTestEmulator('in memory', { port: 0 })
  const setFault = async (fault: object) => {
    const response = await fetch(`${emulator.url}/_emulator/faults`, { method: 'POST', body: JSON.stringify(fault) })
    return { status: response.status, body: (await response.json()) as { problems?: { path: string }[] } }
  }
  return { emulator, setFault, ...apiCalls(emulator) }
}

const status = { kind: 'status', status: 503 }

test.each([
  [
    'a header value with a line break',
    { fault: { ...status, headers: { 'x-a': 'b\r\nx-c: d' } } },
    'fault.headers.x-a',
  ],
  ['a header value with NUL', { fault: { ...status, headers: { 'x-a': 'b\0' } } }, 'fault.headers.x-a'],
  ['a header value beyond Latin-1', { fault: { ...status, headers: { 'x-a': '✓' } } }, 'fault.headers.x-a'],
  ['a header name with a line break', { fault: { ...status, headers: { 'x\na': 'b' } } }, 'fault.headers.x\na'],
  ['a header name with a blank', { fault: { ...status, headers: { 'x a': 'b' } } }, 'fault.headers.x a'],
  ['a header without a name', { fault: { ...status, headers: { '': 'b' } } }, 'fault.headers.'],
  [
    'a Content-Length that differs from the body',
    { fault: { ...status, body: 'abc', headers: { 'Content-Length': '7' } } },
    'fault.headers.Content-Length',
  ],
  [
    'a Transfer-Encoding header',
    { fault: { ...status, headers: { 'transfer-encoding': 'chunked' } } },
    'fault.headers.transfer-encoding',
  ],
  ['a status below 200', { fault: { kind: 'status', status: 100 } }, 'fault.status'],
  ['a status above 599', { fault: { kind: 'status', status: 600 } }, 'fault.status'],
  ['a fractional status', { fault: { kind: 'status', status: 404.5 } }, 'fault.status'],
  ['a status as text', { fault: { kind: 'status', status: '503' } }, 'fault.status'],
  ['a body on a status that has none', { fault: { kind: 'status', status: 204, body: 'x' } }, 'fault.body'],
  ['a path of 28 stars', { match: { path: '*'.repeat(28) }, fault: status }, 'match.path'],
  ['a star in a segment', { match: { path: '/v1/customer*' }, fault: status }, 'match.path'],
  ['two stars in a segment', { match: { path: '/v1/**' }, fault: status }, 'match.path'],
  ['an invalid path', { match: { path: 'v1' }, fault: status }, 'match.path'],
  ['a path with a query', { match: { path: '/v1/customer-seats?a=b' }, fault: status }, 'match.path'],
  ['an invalid method', { match: { method: 'GET /' }, fault: status }, 'match.method'],
  ['zero times', { times: 0, fault: status }, 'times'],
  ['a fractional number of times', { times: 1.5, fault: status }, 'times'],
  ['a probability above 1', { probability: 1.1, fault: status }, 'probability'],
  ['a negative wait', { fault: { kind: 'latency', ms: -1 } }, 'fault.ms'],
  ['an endless wait', { fault: { kind: 'latency', ms: 1e9 } }, 'fault.ms'],
  ['an unknown kind', { fault: { kind: 'panic' } }, 'fault.kind'],
])('a fault with %s is rejected', async (_what, fault, path) => {
  const { emulator, setFault, list } = await prepareEmulator()
  const answer = await setFault(fault)
  expect(answer.status).toBe(422)
  expect(answer.body.problems?.map((problem) => problem.path)).toContain(path)
  expect(() => emulator.inject(fault as unknown as Fault)).toThrow(path)
  expect((await list()).status).toBe(200)
})

test.each([
  ['no match', {}],
  ['an empty path', { path: '' }],
  ['a slash', { path: '/' }],
  ['two stars', { path: '/*'.repeat(2) }],
  ['a prefix', { path: '/v1/customer-s' }],
  ['a star at the end', { path: '/v1/*' }],
  ['a star and a prefix', { path: '/*/customer-s' }],
])('a fault with a valid path to match is accepted: %s', async (_what, match) => {
  const { setFault, list } = await prepareEmulator()
  const headers = { 'Retry-After': '7', 'x-latin': 'café', 'content-length': '3' }
  expect((await setFault({ match, times: 1, fault: { ...status, body: 'abc', headers } })).status).toBe(200)
  await expect(list()).rejects.toThrow('not valid JSON')
  expect((await list()).status).toBe(200)
})

test.each(['/v1/*/x', '/*/*/*', '/v1/customer-seats/*', '/*'.repeat(28)])(
  'a fault for the path %s does not apply to another path',
  async (path) => {
    const { setFault, list } = await prepareEmulator()
    expect((await setFault({ match: { path }, fault: status })).status).toBe(200)
    expect((await list()).status).toBe(200)
  },
)

test('a long path with many `*` is matched in linear time', async () => {
  const { setFault, call } = await prepareEmulator()
  await setFault({ match: { path: `${'/*'.repeat(28)}/x` }, fault: status })
  const started = performance.now()
  await call('GET', `/${'a'.repeat(2000)}`)
  expect(performance.now() - started).toBeLessThan(1000)
})
