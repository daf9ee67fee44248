import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { acmeToken, apiCalls, unknownId } from './support/api.ts'
import { startTestEmulator } from './support/storages.ts'

/** Sends bytes on a socket. Resolves with the answer when the server has closed the socket. */
function sendBytes(url: string, request: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk) => (answer += chunk))
    socket.on('close', () => resolve(answer)).on('error', reject)
    socket.end(request)
  })
}

const prepareEmulator = async () => {
  const emulator = await startTestEmulator('in memory', { port: 0 })
  return { emulator, ...apiCalls(emulator) }
}

describe('routes', () => {
  const notFound = { detail: 'Not Found' }
  const notAllowed = { detail: 'Method Not Allowed' }

  test.each([
    ['GET', '/', 404, notFound],
    ['GET', '/v1/nothing', 404, notFound],
    ['GET', '/v1/customer-seats/claim/a/b', 404, notFound],
    ['GET', '/v1/customer-seats/claim/a%2Fb', 404, notFound],
    ['PUT', '/v1/customer-seats', 405, notAllowed],
    ['OPTIONS', '/v1/customer-seats', 405, notAllowed],
    ['HEAD', '/v1/customer-seats', 405, undefined],
    ['HEAD', '/v1/nothing', 404, undefined],
    ['GET', `/v1/customer-seats/${unknownId}`, 405, notAllowed],
    ['DELETE', '/v1/customer-seats/claim', 422, { error: 'RequestValidationError' }],
  ])('%s %s is answered with %i', async (method, path, status, body) => {
    const { call } = await prepareEmulator()
    expect(await call(method, path)).toMatchObject({ status, ...(body && { body }) })
  })

  test.each([
    ['/v1/customer-seats/?subscription_id=a%20b', '/v1/customer-seats?subscription_id=a%20b'],
    ['/v1/customer-sessions', '/v1/customer-sessions/'],
    ['/v1/customer-seats/claim/token/', '/v1/customer-seats/claim/token'],
  ])('%s redirects with 307 to %s', async (path, target) => {
    const { emulator, call } = await prepareEmulator()
    const answer = await call('GET', path)
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe(emulator.url + target)
  })

  test('all routes also exist below Polar’s former root /api', async () => {
    const { emulator, call, assign } = await prepareEmulator()
    const list = await call('GET', `/api/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`)
    expect(list).toMatchObject({ status: 200, body: { total_seats: 10 } })
    expect(list.headers.get('x-polar-deprecation-notice')).toContain('/api/v1')
    const { body, headers } = await assign({ email: 'bob@example.com' })
    expect(headers.get('x-polar-deprecation-notice')).toBeNull()
    expect((await call('POST', `/api/v1/customer-seats/${body.id}/resend`)).status).toBe(200)
    expect((await call('DELETE', `/api/v1/customer-seats/${body.id}`)).status).toBe(200)
    expect((await call('PUT', '/api/v1/customer-seats')).status).toBe(405)
    expect((await call('GET', '/api/v1/nothing')).status).toBe(404)
    expect((await call('GET', '/api/v2/customer-seats')).status).toBe(404)
    expect((await call('GET', '/api/api/v1/customer-seats')).status).toBe(404)
    const redirect = await call('GET', '/api/v1/customer-seats/')
    expect([redirect.status, redirect.headers.get('location')]).toEqual([307, `${emulator.url}/v1/customer-seats`])
    for (const path of ['/v1/customer-seats', '/api/v1/customer-seats']) {
      emulator.inject({ match: { path }, times: 1, fault: { kind: 'status', status: 503 } })
      expect((await call('GET', '/api/v1/customer-seats')).status).toBe(503)
    }
  })

  test('the response has the requested API version, and an unknown version is rejected', async () => {
    const { call } = await prepareEmulator()
    const callWithVersion = (requestedVersion?: string) =>
      call('GET', '/v1/customer-seats', { headers: requestedVersion ? { 'polar-version': requestedVersion } : {} })
    expect((await callWithVersion()).headers.get('polar-version')).toBe('2026-04')
    expect((await callWithVersion('2026-10')).headers.get('polar-version')).toBe('2026-10')
    const unknown = await callWithVersion('1999-01')
    expect(unknown).toMatchObject({ status: 404, body: { detail: 'Not Found' } })
    expect(unknown.headers.get('polar-version')).toBeNull()
  })
})

describe('tokens', () => {
  test.each(['Bearer  polar_oat_acme', 'Bearer    polar_oat_acme', 'bearer polar_oat_acme', 'BEARER \tpolar_oat_acme'])(
    'the header %j contains a token',
    async (authorization) => {
      const { call } = await prepareEmulator()
      expect((await call('GET', '/v1/customer-seats', { token: null, headers: { authorization } })).status).toBe(400)
    },
  )

  test.each(['Bearer', 'Bearer ', 'polar_oat_acme', 'Bearer\tpolar_oat_acme', 'Basic polar_oat_acme'])(
    'the header %j contains no token',
    async (authorization) => {
      const { call } = await prepareEmulator()
      const { body } = await call('GET', '/v1/customer-seats', { token: null, headers: { authorization } })
      expect(body.error).toBe('Unauthorized')
    },
  )

  test('every route rejects an invalid token, and a route that needs a token rejects a call without one', async () => {
    const { call } = await prepareEmulator()
    for (const path of ['/v1/customer-seats', '/v1/customer-seats/claim/x', '/v1/nothing']) {
      const answer = await call('GET', path, { token: 'polar_oat_wrong' })
      expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
    }
    const anonymous = await call('GET', '/v1/customer-seats', { token: null })
    expect(anonymous).toMatchObject({ status: 401, body: { error: 'Unauthorized', detail: 'Unauthorized' } })
    expect(anonymous.headers.get('www-authenticate')).toBe('Bearer realm="polar"')
    const basic = await call('GET', '/v1/customer-seats', { token: null, headers: { authorization: 'Basic YTpi' } })
    expect(basic.body.error).toBe('Unauthorized')
  })
})

describe('the Date header', () => {
  test.each(['/v1/customer-seats', '/v1/nothing', '/v1/customer-seats/claim/unknown/stream'])(
    'of %s has the time of the emulator’s clock, over HTTP and in process',
    async (path) => {
      const { emulator } = await prepareEmulator()
      emulator.advance(30 * 60 * 60)
      for (const fetch of [globalThis.fetch, emulator.fetch]) {
        const before = Math.floor(emulator.now() / 1000) * 1000
        const response = await fetch(emulator.url + path)
        const date = Date.parse(response.headers.get('date') ?? '')
        expect(date).toBeGreaterThanOrEqual(before)
        expect(date).toBeLessThanOrEqual(emulator.now())
        await response.text()
      }
    },
  )
})

describe('CORS', () => {
  const origin = 'https://app.example.com'

  test('any origin may read the response and the version', async () => {
    const { call } = await prepareEmulator()
    const { headers } = await call('GET', '/v1/customer-seats', { headers: { origin } })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-expose-headers')).toBe('Polar-Version')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })

  test.each([
    ['authorization, content-type, polar-version', 'POST', 200, 'OK'],
    ['x-custom', 'POST', 400, 'Disallowed CORS headers'],
    ['authorization', 'TRACE', 400, 'Disallowed CORS method'],
    ['x-custom', 'TRACE', 400, 'Disallowed CORS method, headers'],
  ])('a preflight for %s and %s is answered with %i', async (requestHeaders, method, status, text) => {
    const { emulator } = await prepareEmulator()
    const response = await fetch(`${emulator.url}/v1/customer-seats`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': requestHeaders },
    })
    expect(response.status).toBe(status)
    expect(await response.text()).toBe(text)
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'Accept, Accept-Language, Authorization, Content-Language, Content-Type, Polar-Version',
    )
  })
})

describe('bad input', () => {
  const requestHeaders = `Host: localhost\r\nAuthorization: Bearer ${acmeToken}\r\nConnection: close\r\n`

  test('a POST without Content-Length is rejected with 411, even with a chunked body', async () => {
    const { emulator } = await prepareEmulator()
    expect(await sendBytes(emulator.url, `POST /v1/customer-seats HTTP/1.1\r\n${requestHeaders}\r\n`)).toMatch(
      /^HTTP\/1.1 411 /,
    )
    const chunked = await sendBytes(
      emulator.url,
      `POST /v1/customer-seats HTTP/1.1\r\n${requestHeaders}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    )
    expect(chunked).toMatch(
      /^HTTP\/1.1 411 [\s\S]*\{"error":"LengthRequired","detail":"A Content-Length header is required."\}/,
    )
  })

  test('a body of 50 MB is rejected because of its Content-Length, before it is sent', async () => {
    const { emulator } = await prepareEmulator()
    const answer = await sendBytes(
      emulator.url,
      `POST /v1/customer-seats HTTP/1.1\r\n${requestHeaders}Content-Length: 52428800\r\n\r\n{`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 413 [\s\S]*RequestBodyTooLarge/)
  })

  test('a body of 50 MB that is sent is rejected, and the next call works', async () => {
    const { emulator, list } = await prepareEmulator()
    const response = await fetch(`${emulator.url}/v1/customer-seats`, {
      method: 'POST',
      headers: { authorization: `Bearer ${acmeToken}`, 'content-type': 'application/json' },
      body: 'x'.repeat(50 * 1024 * 1024),
    }).catch(() => undefined)
    // Some clients report an error if the server closes before everything was sent.
    expect(response?.status ?? 413).toBe(413)
    expect((await list()).status).toBe(200)
  })

  test.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['an invalid header', 'GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n'],
    ['an invalid length', `POST /v1/customer-seats HTTP/1.1\r\n${requestHeaders}Content-Length: x\r\n\r\n`],
    [
      'two lengths',
      `POST /v1/customer-seats HTTP/1.1\r\n${requestHeaders}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx`,
    ],
    ['headers without end', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['an invalid host', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
  ])('%s is answered with a 4xx, and the connection is closed', async (_what, request) => {
    const { emulator, list } = await prepareEmulator()
    expect(await sendBytes(emulator.url, request)).toMatch(/^HTTP\/1.1 4\d\d /)
    expect((await list()).status).toBe(200)
  })

  test('connections with an incomplete request do not block other calls', async () => {
    const { emulator, list } = await prepareEmulator()
    const { hostname, port } = new URL(emulator.url)
    const sockets = Array.from({ length: 20 }, () => connect(Number(port), hostname))
    for (const socket of sockets)
      socket.write(`POST /v1/customer-seats HTTP/1.1\r\n${requestHeaders}Content-Length: 100\r\n\r\n{"a"`)
    expect((await list()).status).toBe(200)
    for (const socket of sockets) socket.destroy()
    expect((await list()).status).toBe(200)
  })
})
