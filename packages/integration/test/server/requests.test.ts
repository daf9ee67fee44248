import { describe, expect, test } from 'vitest'
import { means, outcome, startWorld } from './world.ts'

const seats = '/v1/customer-seats'
const origin = 'https://other.example.net'

describe('a change needs the same site', () => {
  const cases: [string, Record<string, string>, boolean][] = [
    ['the browser says same-origin', { 'sec-fetch-site': 'same-origin' }, true],
    ['the browser says same-site', { 'sec-fetch-site': 'same-site', origin: 'https://www.example.com' }, false],
    ['the browser says cross-site', { 'sec-fetch-site': 'cross-site', origin }, false],
    [
      'the browser says cross-site, with a forged-looking origin',
      { 'sec-fetch-site': 'cross-site', origin: 'https://app.example.com' },
      false,
    ],
    ['the browser says none', { 'sec-fetch-site': 'none' }, false],
    ['an older browser, same host', { origin: 'https://app.example.com' }, true],
    ['an older browser, same host, TLS ended before', { origin: 'http://app.example.com' }, true],
    [
      'an older browser behind a proxy that keeps Host',
      { origin: 'https://team.example.com', host: 'team.example.com' },
      true,
    ],
    ['an older browser, another host', { origin }, false],
    ['an older browser, another port', { origin: 'https://app.example.com:8443' }, false],
    ['a sandboxed page', { origin: 'null' }, false],
    ['neither header', {}, false],
    ['an allowed origin', { 'sec-fetch-site': 'cross-site', origin: 'https://admin.example.net' }, true],
    ['an allowed origin in an older browser', { origin: 'https://admin.example.net' }, true],
    ['almost an allowed origin', { origin: 'https://admin.example.net.evil.example' }, false],
  ]
  test.for(cases)('%s', async ([, headers, served]) => {
    const { handler, emulator, polar } = await startWorld({ allowedOrigins: ['https://admin.example.net'] })
    const source = { subscription_id: emulator.ref('acme/sub') }
    const url = `https://app.example.com/api/seats${seats}`
    const expected = served ? [200, undefined] : [403, 'CrossSiteRequest']
    const assign = new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ ...source, email: 'ada@example.com' }),
    })
    expect(await outcome(handler(assign))).toEqual(expected)
    const resend = new Request(`${url}/${emulator.ref('acme/pia')}/resend`, { method: 'POST', headers })
    expect(await outcome(handler(resend))).toEqual(expected)
    const revoke = new Request(`${url}/${emulator.ref('acme/bob')}`, {
      method: 'DELETE',
      headers: { ...headers, ...means('bob').headers },
    })
    expect(await outcome(handler(revoke))).toEqual(expected)
    const claim = new Request(`${url}/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ invitation_token: 'x'.repeat(43) }),
    })
    expect(await outcome(handler(claim))).toEqual(served ? [400, 'InvalidInvitationToken'] : expected)
    expect((await polar.listSeats(source)).seats.some(({ status }) => status === 'revoked')).toBe(served)
  })
})

test('another site cannot spend a visitor’s budget and streams by reading', async () => {
  const { send, emulator, calls, handler } = await startWorld()
  const query = `?subscription_id=${emulator.ref('acme/sub')}`
  for (const path of [seats + query, `${seats}/events${query}`, `${seats}/claim/${'x'.repeat(43)}`]) {
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site }
      expect(await outcome(send('GET', path, { headers }))).toEqual([403, 'CrossSiteRequest'])
    }
  }
  expect(calls).toEqual([])
  expect((await send('GET', seats + query, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200)
  // A script of one's own, a server that renders a page, an older browser.
  expect((await handler(new Request(`https://app.example.com/api/seats${seats}${query}`))).status).toBe(200)
})

describe('a body has to be JSON of the contract', () => {
  const cases: [string, Record<string, string>, string, number][] = [
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'email=a%40example.com', 415],
    ['JSON as text/plain', { 'content-type': 'text/plain' }, '{}', 415],
    ['JSON as text/plain that mentions JSON', { 'content-type': 'text/plain; application/json' }, '{}', 415],
    ['malformed JSON', {}, '{"email":', 422],
    ['an array', {}, '[]', 422],
    ['null', {}, 'null', 422],
    ['nothing', {}, '', 422],
    ['no source', {}, '{"email":"a@example.com"}', 422],
    ['a source that is no UUID', {}, '{"subscription_id":"1","email":"a@example.com"}', 422],
    ['a source that is no text', {}, '{"subscription_id":["1"],"email":"a@example.com"}', 422],
    ['too much', {}, JSON.stringify({ email: 'a'.repeat(20_000) }), 413],
  ]
  test.for(cases)('%s', async ([, headers, body, status]) => {
    const { send, calls } = await startWorld()
    expect((await send('POST', seats, { body, headers })).status).toBe(status)
    expect(calls).toEqual([])
  })

  test('a body without an end is cut off', async () => {
    const { handler } = await startWorld()
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024
        controller.enqueue(new Uint8Array(1024).fill(32))
      },
    })
    const init = {
      method: 'POST',
      body,
      duplex: 'half' as const,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    }
    expect((await handler(new Request(`https://app.example.com/api/seats${seats}`, init))).status).toBe(413)
    expect(sent).toBeLessThan(40_000)
  })

  test('a mix of recipients that Polar rejects is refused in its words', async () => {
    const { send, emulator, calls } = await startWorld()
    const body = {
      subscription_id: emulator.ref('acme/sub'),
      email: 'a@example.com',
      member_id: emulator.ref('acme/sub'),
    }
    const response = await send('POST', seats, { body })
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { error: 'RequestValidationError', detail: [{ loc: ['body'] }] },
    ])
    expect(calls).toEqual([])
  })
})

test('queries name one source, once', async () => {
  const { send, emulator, calls } = await startWorld()
  const [sub, foreign, ord] = [emulator.ref('acme/sub'), emulator.ref('acme/foreign'), emulator.ref('acme/ord')]
  for (const query of [
    '',
    '?',
    '?subscription_id=',
    `?subscription_id=${sub}&subscription_id=${foreign}`,
    `?subscription_id=${sub}&order_id=${ord}`,
    '?subscription_id=1',
  ]) {
    expect([query, ...(await outcome(send('GET', seats + query)))]).toEqual([query, 422, 'RequestValidationError'])
  }
  expect(
    await outcome(send('DELETE', `${seats}/${emulator.ref('acme/bob')}?order_id=${ord}&order_id=${ord}`, means('bob'))),
  ).toEqual([422, 'RequestValidationError'])
  expect(calls).toEqual([])
})

test('unknown paths are 404, unknown methods 405', async () => {
  const { send, emulator, handler } = await startWorld()
  const id = emulator.ref('acme/bob')
  for (const path of [
    '',
    '/',
    '/v1',
    '/v1/customers',
    `${seats}/${id}/revoke`,
    `/v1/customer-portal/seats`,
    `${seats}//${id}`,
    `${seats}/claim//`,
    `${seats}//`,
    `${seats}/claim/a%2Fb`,
  ]) {
    expect([path, (await send('GET', path)).status]).toEqual([path, 404])
  }
  for (const [method, path] of [
    ['PUT', seats],
    ['HEAD', seats],
    ['OPTIONS', seats],
    ['GET', `${seats}/${id}`],
    ['POST', `${seats}/${id}`],
    ['DELETE', `${seats}/claim`],
    ['GET', `${seats}/claim`],
    ['constructor', seats],
  ] as const) {
    expect([method, path, (await send(method, path)).status]).toEqual([method, path, 405])
  }
  expect((await handler(new Request(`https://app.example.com/other${seats}`))).status).toBe(404)
  expect((await handler(new Request(`https://app.example.com/api/seatsX${seats}`))).status).toBe(404)
})

test('a slash at the end makes no difference', async () => {
  const { send, emulator } = await startWorld()
  const query = `?subscription_id=${emulator.ref('acme/sub')}`
  const body = { subscription_id: emulator.ref('acme/sub'), email: 'ada@example.com' }
  expect((await send('GET', `${seats}/${query}`)).status).toBe(200)
  expect((await send('POST', `${seats}/`, { body })).status).toBe(200)
  expect((await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend/`)).status).toBe(200)
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}/`, means('bob'))).status).toBe(200)
  expect((await send('POST', `${seats}/claim/`, { body: { invitation_token: 'x'.repeat(43) } })).status).toBe(400)
  expect((await send('GET', `${seats}/claim/${'x'.repeat(43)}/`)).status).toBe(404)
  expect((await send('PUT', `${seats}/`)).status).toBe(405)
  const events = await send('GET', `${seats}/events/${query}`)
  expect(events.status).toBe(200)
  await events.body?.cancel()
})

describe('CORS', () => {
  const allowed = 'https://admin.example.net'
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }

  test('only allowed origins can read an answer', async () => {
    const { send, emulator, handler } = await startWorld({ allowedOrigins: [allowed] })
    const path = `${seats}?subscription_id=${emulator.ref('acme/sub')}`
    const theirs = await send('GET', path, { headers: { origin: allowed, 'sec-fetch-site': 'cross-site' } })
    expect(theirs.headers.get('access-control-allow-origin')).toBe(allowed)
    expect(theirs.headers.get('access-control-allow-credentials')).toBe('true')
    expect(theirs.headers.get('access-control-expose-headers')).toBe('date, retry-after, ratelimit-policy')
    const others = await send('GET', path, { headers: { origin, 'sec-fetch-site': 'cross-site' } })
    expect(others.headers.get('access-control-allow-origin')).toBeNull()
    const older = await handler(new Request(`https://app.example.com/api/seats${path}`, { headers: { origin } }))
    expect(older.status).toBe(200)
    expect(older.headers.get('access-control-allow-origin')).toBeNull()
    for (const response of [theirs, others]) expect(response.headers.get('vary')).toContain('origin')
  })

  test('only allowed origins pass a preflight', async () => {
    const { send } = await startWorld({ allowedOrigins: [allowed] })
    const theirs = await send('OPTIONS', seats, { headers: { origin: allowed, ...preflight } })
    expect(theirs.status).toBe(204)
    expect(theirs.headers.get('access-control-allow-methods')).toBe('GET, POST, DELETE')
    const allowedHeaders = theirs.headers.get('access-control-allow-headers')?.split(', ')
    expect(allowedHeaders).toEqual(['authorization', 'content-type', 'polar-version', 'seats-occupant'])
    const others = await send('OPTIONS', seats, { headers: { origin, ...preflight } })
    expect(others.status).toBe(405)
    expect(others.headers.get('access-control-allow-origin')).toBeNull()
  })

  test.for([
    ['*', 'Each origin is compared as a whole'],
    ['https://*.example.com', 'Each origin is compared as a whole'],
    ['https://{tenant}.example.com', '"https://app.example.com"'],
    ['https://app.example.com/', '"https://app.example.com"'],
    ['https://team.example.com/admin', '"https://team.example.com"'],
    ['https://user@team.example.com', '"https://team.example.com"'],
    [' https://team.example.com', '"https://team.example.com"'],
    ['team.example.com', '"https://team.example.com"'],
    ['https://TEAM.example.com', '"https://team.example.com"'],
    ['https://team.example.com:443', '"https://team.example.com"'],
    ['https://münchen.example', '"https://xn--mnchen-3ya.example"'],
    ['https://a.example.com,https://b.example.com', 'Write the origin'],
    ['https://a..example.com', 'Write the origin'],
    ['ftp://team.example.com', 'Write the origin'],
    ['null', 'Write the origin'],
    ['', 'Write the origin'],
    [undefined, 'Write the origin'],
  ])('%s is no origin to allow', async ([wrong, advice]) => {
    const allowedOrigins = [wrong] as string[]
    await expect(startWorld({ allowedOrigins })).rejects.toMatchObject({
      code: 'ConfigurationError',
      detail: expect.stringContaining(advice ?? ''),
    })
  })

  test('a list of origins has to be one', async () => {
    const allowedOrigins = allowed as unknown as string[]
    const refused = { code: 'ConfigurationError', detail: expect.stringContaining(`["${allowed}"]`) }
    await expect(startWorld({ allowedOrigins })).rejects.toMatchObject(refused)
  })

  test.for(['http://localhost:3000', 'http://127.0.0.1:8080', 'http://[::1]:3000', 'https://my_app.example.com'])(
    '%s is one to allow',
    async (origin) => {
      const { send } = await startWorld({ allowedOrigins: [origin] })
      expect((await send('OPTIONS', seats, { headers: { origin, ...preflight } })).status).toBe(204)
    },
  )
})

test.for([
  ['api/seats', '/api/seats'],
  ['https://example.com/api', '/api'],
  ['/api?x', '/api'],
  ['/api#x', '/api'],
  ['//api', '/api'],
  ['/api//seats', '/api/seats'],
  ['/api/../x', '/x'],
  ['/./', '/api/seats'],
  ['/api/.', '/api'],
  ['/api/%2e%2E/x', '/x'],
  ['/api/%2e', '/api'],
  ['/api seats', '/api%20seats'],
  [' /api', '/api'],
  ['/api\n', '/api'],
  ['/api\tx', '/apix'],
  ['\\api', '/api'],
  ['/sitzplätze', '/sitzpl%C3%A4tze'],
  ['/座席', '/%E5%BA%A7%E5%B8%AD'],
  ['/{team}/seats', '/%7Bteam%7D/seats'],
  ['/api/100%', '/api/100%25'],
  ['/api/%zz', '/api/%25zz'],
  ['/api/seats/*', '/api/seats'],
  ['/api/seats/:path*', '/api/seats'],
  ['/:team/seats', '/api/seats'],
  ['/api/seats/[...path]', '/api/seats'],
  ['/api/seats/[[...path]]/', '/api/seats'],
  [undefined, '/api/seats'],
])('%j is no basePath', async ([basePath, instead]) => {
  await expect(startWorld({ basePath: basePath as string })).rejects.toMatchObject({
    code: 'ConfigurationError',
    detail: expect.stringContaining(`"${instead}"`),
  })
})

test.for(['/api/seats/', '/', '', '/sitzpl%C3%A4tze', '/a.b/..c/~x', '/@team/seats;v=1'])(
  '%j is one',
  async (basePath) => {
    const { handler, emulator } = await startWorld({ basePath })
    const query = `?subscription_id=${emulator.ref('acme/sub')}`
    const base = basePath.replace(/\/$/, '')
    expect((await handler(new Request(`https://app.example.com${base}${seats}${query}`))).status).toBe(200)
  },
)
