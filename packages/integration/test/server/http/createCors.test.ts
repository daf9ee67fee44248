import { describe, expect, test } from 'vitest'
import { startGuard } from '../startGuard.ts'

const seats = '/v1/customer-seats'
const origin = 'https://other.example.net'

describe('CORS', () => {
  const allowedOrigin = 'https://admin.example.net'
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }

  test('only allowed origins can read an answer', async () => {
    const { send, emulator, handler } = await startGuard({ allowedOrigins: [allowedOrigin] })
    const path = `${seats}?subscription_id=${emulator.ref('acme/sub')}`
    const allowedAnswer = await send('GET', path, {
      headers: { origin: allowedOrigin, 'sec-fetch-site': 'cross-site' },
    })
    expect(allowedAnswer.headers.get('access-control-allow-origin')).toBe(allowedOrigin)
    expect(allowedAnswer.headers.get('access-control-allow-credentials')).toBe('true')
    expect(allowedAnswer.headers.get('access-control-expose-headers')).toBe('date, retry-after, ratelimit-policy')
    const otherAnswer = await send('GET', path, { headers: { origin, 'sec-fetch-site': 'cross-site' } })
    expect(otherAnswer.headers.get('access-control-allow-origin')).toBeNull()
    const olderBrowserAnswer = await handler(
      new Request(`https://app.example.com/api/seats${path}`, { headers: { origin } }),
    )
    expect(olderBrowserAnswer.status).toBe(200)
    expect(olderBrowserAnswer.headers.get('access-control-allow-origin')).toBeNull()
    for (const response of [allowedAnswer, otherAnswer]) expect(response.headers.get('vary')).toContain('origin')
  })

  test('only allowed origins pass a preflight', async () => {
    const { send } = await startGuard({ allowedOrigins: [allowedOrigin] })
    const allowedAnswer = await send('OPTIONS', seats, { headers: { origin: allowedOrigin, ...preflight } })
    expect(allowedAnswer.status).toBe(204)
    expect(allowedAnswer.headers.get('access-control-allow-methods')).toBe('GET, POST, PATCH, DELETE')
    const allowedHeaders = allowedAnswer.headers.get('access-control-allow-headers')?.split(', ')
    expect(allowedHeaders).toEqual(['authorization', 'content-type', 'polar-version', 'seats-occupant'])
    const otherAnswer = await send('OPTIONS', seats, { headers: { origin, ...preflight } })
    expect(otherAnswer.status).toBe(405)
    expect(otherAnswer.headers.get('access-control-allow-origin')).toBeNull()
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
    ['https://a.example.com,https://b.example.com', 'Write only the scheme'],
    ['https://a..example.com', 'Write only the scheme'],
    ['ftp://team.example.com', 'Write only the scheme'],
    ['file:///index.html', 'Write only the scheme'],
    ['javascript://team.example.com', 'Write only the scheme'],
    ['capacitor://localhost/index.html', 'Write only the scheme'],
    ['null', 'Write only the scheme'],
    ['', 'Write only the scheme'],
    [undefined, 'Write only the scheme'],
  ])('an entry of `allowedOrigins` that is not an origin is rejected: %s', async ([entry, advice]) => {
    const allowedOrigins = [entry] as string[]
    await expect(startGuard({ allowedOrigins })).rejects.toMatchObject({
      code: 'ConfigurationError',
      detail: expect.stringContaining(advice ?? ''),
    })
  })

  test('`allowedOrigins` that is not a list is rejected', async () => {
    const allowedOrigins = allowedOrigin as unknown as string[]
    const expectedError = { code: 'ConfigurationError', detail: expect.stringContaining(`["${allowedOrigin}"]`) }
    await expect(startGuard({ allowedOrigins })).rejects.toMatchObject(expectedError)
  })

  const sites = ['http://localhost:3000', 'http://127.0.0.1:8080', 'http://[::1]:3000', 'https://my_app.example.com']
  const appOrigins = ['capacitor://localhost', 'tauri://localhost', 'chrome-extension://abcdefghijklmnop']
  test.for([...sites, ...appOrigins])('the origin %s can be allowed', async (origin) => {
    const { send } = await startGuard({ allowedOrigins: [origin] })
    expect((await send('OPTIONS', seats, { headers: { origin, ...preflight } })).status).toBe(204)
  })
})
