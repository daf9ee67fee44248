import { request } from 'node:http'
import { expect, test } from 'vitest'
import { startTestEmulator, storages } from './support/storages.ts'
import { startCli } from './support/cli.ts'

/** Makes a call with any headers, even with another `Host`, which `fetch` would not allow. */
const sendRequest = (url: string, method: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const call = request(url, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    call.on('error', reject).end()
  })

test.each([
  ['no origin', {}, 200],
  ["the emulator's address as origin", { origin: 'OWN' }, 200],
  ['the origin of another site', { origin: 'https://evil.example' }, 403],
  ['the origin "null"', { origin: 'null' }, 403],
  ['an empty origin', { origin: '' }, 403],
  ['an origin on another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
  ["an origin that begins like the emulator's", { origin: 'OWN.evil.example' }, 403],
  ["an origin with the emulator's address as user name", { origin: 'http://127.0.0.1@evil.example' }, 403],
  ['the origin of a file', { origin: 'file://' }, 403],
  ['the host localhost', { host: 'localhost:4010' }, 200],
  ['a host below localhost', { host: 'polar.localhost' }, 200],
  ['the host [::1]', { host: '[::1]:4010' }, 200],
  ['a foreign host name', { host: 'evil.example' }, 403],
  ['a foreign host name with the right port', { host: 'evil.example:PORT' }, 403],
  ['a host name that begins with 127.0.0.1', { host: '127.0.0.1.evil.example' }, 403],
  ['a host name that ends with localhost', { host: 'evillocalhost' }, 403],
  ['another IP address as host', { host: '10.0.0.1' }, 403],
  ['the host and the origin of another site', { host: 'evil.example', origin: 'http://evil.example' }, 403],
])('a control call with %s (%j) is answered %i', async (_what, headers, status) => {
  const { url } = await startTestEmulator('in memory', { port: 0 })
  const { port } = new URL(url)
  const sentHeaders = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('OWN', url).replace('PORT', port)]),
  )
  for (const [method, path] of [
    ['GET', '/_emulator/health'],
    ['GET', '/_emulator/outbox'],
    ['POST', '/_emulator/reset'],
  ] as const) {
    expect(await sendRequest(url + path, method, sentHeaders)).toBe(status)
  }
})

test.each(storages)(
  'with data %s, a refused control call changes nothing, and the error says what to do',
  async (storage) => {
    const emulator = await startTestEmulator(storage)
    const { refs } = emulator
    const response = await emulator.fetch(`${emulator.url}/_emulator/reset`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    })
    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({
      error: 'InputError',
      problems: [{ path: 'Origin', message: expect.stringContaining('from your own server or test') }],
    })
    expect(emulator.refs).toEqual(refs)
    expect((await emulator.fetch(`${emulator.url}/v1/x`, { headers: { origin: 'https://evil.example' } })).status).toBe(
      404,
    )
  },
)

test('an emulator that listens on every address accepts any IP address and container names as host', async () => {
  const { url } = await startCli('--host', '0.0.0.0')
  const { port } = new URL(url)
  const health = (host: string) => sendRequest(`http://127.0.0.1:${port}/_emulator/health`, 'GET', { host })
  expect(await health('192.168.1.7:4010')).toBe(200)
  expect(await health('polar:4010')).toBe(200)
  expect(await health('localhost')).toBe(200)
  expect(await health('evil.example')).toBe(403)
})
