import { describe, expect, test } from 'vitest'
import { withOccupant, statusAndCodeOf, startGuard } from '../startGuard.ts'

const seats = '/v1/customer-seats'
const origin = 'https://other.example.net'

describe('a change has to come from the same origin or from an allowed origin', () => {
  const cases: [string, Record<string, string>, boolean][] = [
    ['the browser says same-origin', { 'sec-fetch-site': 'same-origin' }, true],
    ['the browser says same-site', { 'sec-fetch-site': 'same-site', origin: 'https://www.example.com' }, false],
    ['the browser says cross-site', { 'sec-fetch-site': 'cross-site', origin }, false],
    [
      'the browser says cross-site, and the origin is this site',
      { 'sec-fetch-site': 'cross-site', origin: 'https://app.example.com' },
      false,
    ],
    ['the browser says none', { 'sec-fetch-site': 'none' }, false],
    ['an older browser, same host', { origin: 'https://app.example.com' }, true],
    ['an older browser, same host, behind a proxy that ends TLS', { origin: 'http://app.example.com' }, true],
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
  test.for(cases)('%s', async ([, headers, isServed]) => {
    const { handler, emulator, polar } = await startGuard({ allowedOrigins: ['https://admin.example.net'] })
    const source = { subscription_id: emulator.ref('acme/sub') }
    const url = `https://app.example.com/api/seats${seats}`
    const expected = isServed ? [200, undefined] : [403, 'CrossSiteRequest']
    const assign = new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ ...source, email: 'ada@example.com' }),
    })
    expect(await statusAndCodeOf(handler(assign))).toEqual(expected)
    const resend = new Request(`${url}/${emulator.ref('acme/pia')}/resend`, { method: 'POST', headers })
    expect(await statusAndCodeOf(handler(resend))).toEqual(expected)
    const revoke = new Request(`${url}/${emulator.ref('acme/bob')}`, {
      method: 'DELETE',
      headers: { ...headers, ...withOccupant('bob').headers },
    })
    expect(await statusAndCodeOf(handler(revoke))).toEqual(expected)
    const claim = new Request(`${url}/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ invitation_token: 'x'.repeat(43) }),
    })
    expect(await statusAndCodeOf(handler(claim))).toEqual(isServed ? [400, 'InvalidInvitationToken'] : expected)
    expect((await polar.listSeats(source)).seats.some(({ status }) => status === 'revoked')).toBe(isServed)
  })
})

test('reads from another site are refused, so that no other site uses up the rate limit or the streams of a user', async () => {
  const { send, emulator, calls, handler } = await startGuard()
  const query = `?subscription_id=${emulator.ref('acme/sub')}`
  for (const path of [seats + query, `${seats}/events${query}`, `${seats}/claim/${'x'.repeat(43)}`]) {
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site }
      expect(await statusAndCodeOf(send('GET', path, { headers }))).toEqual([403, 'CrossSiteRequest'])
    }
  }
  expect(calls).toEqual([])
  expect((await send('GET', seats + query, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200)
  // A request without the header comes from a script, a server that renders a page, or an older browser.
  expect((await handler(new Request(`https://app.example.com/api/seats${seats}${query}`))).status).toBe(200)
})
