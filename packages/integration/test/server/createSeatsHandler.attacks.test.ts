import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createSeatsWebhookHandler, memoryStore } from '@seats/server'
import { describe, expect, test } from 'vitest'
import { listen } from './listen.ts'
import { secrets, signedHeaders } from './sign.ts'
import { startGuard, type TestGuard } from './startGuard.ts'

const seats = '/v1/customer-seats'
const unknownId = '7d9f2c1a-5b3e-4f60-8a21-9c0d4e5f6a7b'

interface Attack {
  method?: string
  /**
   * The exact path to send, which a client would normalize. A path that begins with `/v1` is sent below the guard's
   * base path.
   */
  path: string
  headers?: Record<string, string>
  body?: string
  /** True if the request has no `sec-fetch-site` header, as in an older browser. */
  isOlderBrowser?: boolean
}

interface Answer {
  status: number
  code: unknown
  headers: IncomingHttpHeaders
  text: string
}

const json = { 'content-type': 'application/json' }
const sameOrigin = { 'sec-fetch-site': 'same-origin' }
const assign = (body: object) => ({ method: 'POST', path: seats, headers: json, body: JSON.stringify(body) })
const idsOf = ({ emulator }: TestGuard) => ({
  ownSource: { subscription_id: emulator.ref('acme/sub') },
  foreignSource: { subscription_id: emulator.ref('acme/foreign') },
  foreignEmail: 'mallory@example.org',
  foreignCustomerId: emulator.ref('acme/mallory'),
  claimedSeatId: emulator.ref('acme/bob'),
  invitedSeatId: emulator.ref('acme/pia'),
  foreignSeatId: emulator.ref('acme/eve'),
  ownCustomerId: emulator.ref('acme/jane'),
})

/** Sends the path as it is, without normalizing it. Adds only the header that marks a page of the same origin. */
function send(
  url: string,
  { method = 'GET', path, headers = {}, body, isOlderBrowser = false }: Attack,
): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const target = path.startsWith('/v1') ? `/api/seats${path}` : path
    const request = httpRequest({
      hostname,
      port,
      method,
      path: target,
      headers: { ...(isOlderBrowser ? {} : sameOrigin), ...headers },
    })
    request.on('error', reject)
    request.on('response', async (response) => {
      let text = ''
      for await (const chunk of response.setEncoding('utf8')) text += String(chunk)
      const code: unknown = text.startsWith('{') ? (JSON.parse(text) as { error?: unknown }).error : undefined
      resolve({ status: response.statusCode ?? 0, code, headers: response.headers, text })
    })
    request.end(body)
  })
}

type AttackCase = [name: string, attack: (ids: ReturnType<typeof idsOf>) => Attack, status: number, code?: string]

const notFound = 'ResourceNotFound'
const occupantRequired = 'SeatOccupantRequired'
const occupantChanged = 'SeatOccupantChanged'
const header = 'seats-occupant'
const validationError = 'RequestValidationError'
const rows: AttackCase[] = [
  [
    "another customer's subscription in list",
    ({ foreignSource }) => ({ path: `${seats}?subscription_id=${foreignSource.subscription_id}` }),
    404,
    notFound,
  ],
  [
    "another customer's subscription in assign",
    ({ foreignSource, foreignEmail: email }) => assign({ ...foreignSource, email }),
    404,
    notFound,
  ],
  [
    "another customer's subscription in live events",
    ({ foreignSource }) => ({ path: `${seats}/events?subscription_id=${foreignSource.subscription_id}` }),
    404,
    notFound,
  ],
  [
    "another customer's subscription as an order",
    ({ foreignSource }) => ({ path: `${seats}?order_id=${foreignSource.subscription_id}` }),
    404,
    notFound,
  ],
  [
    'a revoke that names nobody',
    ({ invitedSeatId }) => ({ method: 'DELETE', path: `${seats}/${invitedSeatId}` }),
    428,
    occupantRequired,
  ],
  [
    'a revoke that names nobody, in an empty header',
    ({ invitedSeatId }) => ({ method: 'DELETE', path: `${seats}/${invitedSeatId}`, headers: { [header]: '' } }),
    428,
    occupantRequired,
  ],
  [
    'a revoke that names its occupant in the query',
    ({ invitedSeatId }) => ({ method: 'DELETE', path: `${seats}/${invitedSeatId}?occupant=email%3Dpia%40example.com` }),
    428,
    occupantRequired,
  ],
  [
    'a revoke of the seat of somebody else',
    ({ invitedSeatId }) => ({
      method: 'DELETE',
      path: `${seats}/${invitedSeatId}`,
      headers: { [header]: 'email=bob%40example.com' },
    }),
    409,
    occupantChanged,
  ],
  [
    'a revoke of a seat without an occupant',
    ({ invitedSeatId }) => ({ method: 'DELETE', path: `${seats}/${invitedSeatId}`, headers: { [header]: 'nobody' } }),
    409,
    occupantChanged,
  ],
  [
    'a revoke that names the paying customer by customer id',
    ({ invitedSeatId, ownCustomerId }) => ({
      method: 'DELETE',
      path: `${seats}/${invitedSeatId}`,
      headers: { [header]: `customer_id=${ownCustomerId}` },
    }),
    409,
    occupantChanged,
  ],
  [
    'a revoke that names two people',
    ({ invitedSeatId }) => ({
      method: 'DELETE',
      path: `${seats}/${invitedSeatId}`,
      headers: { [header]: 'email=bob%40example.com, email=pia%40example.com' },
    }),
    422,
    validationError,
  ],
  [
    'a revoke that names everybody',
    ({ invitedSeatId }) => ({ method: 'DELETE', path: `${seats}/${invitedSeatId}`, headers: { [header]: '*' } }),
    409,
    occupantChanged,
  ],
  [
    'a revoke that names a property of the prototype',
    ({ invitedSeatId }) => ({
      method: 'DELETE',
      path: `${seats}/${invitedSeatId}`,
      headers: { [header]: '__proto__=x' },
    }),
    422,
    validationError,
  ],
  [
    'a resend to somebody else',
    ({ invitedSeatId }) => ({
      method: 'POST',
      path: `${seats}/${invitedSeatId}/resend`,
      headers: { [header]: 'email=bob%40example.com' },
    }),
    409,
    occupantChanged,
  ],
  [
    "another customer's seat in revoke, with its occupant",
    ({ foreignSeatId }) => ({
      method: 'DELETE',
      path: `${seats}/${foreignSeatId}`,
      headers: { [header]: 'email=eve%40example.org' },
    }),
    404,
    notFound,
  ],
  [
    "another customer's seat in revoke, with another occupant",
    ({ foreignSeatId }) => ({
      method: 'DELETE',
      path: `${seats}/${foreignSeatId}`,
      headers: { [header]: 'email=pia%40example.com' },
    }),
    404,
    notFound,
  ],
  [
    "another customer's seat in revoke",
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `${seats}/${foreignSeatId}` }),
    404,
    notFound,
  ],
  [
    "another customer's seat in revoke, with its source",
    ({ foreignSeatId, foreignSource }) => ({
      method: 'DELETE',
      path: `${seats}/${foreignSeatId}?subscription_id=${foreignSource.subscription_id}`,
    }),
    404,
    notFound,
  ],
  [
    "another customer's seat in revoke, as another spelling",
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `${seats}/%7B${foreignSeatId.toUpperCase()}%7D` }),
    404,
    notFound,
  ],
  [
    "another customer's seat in resend",
    ({ foreignSeatId }) => ({ method: 'POST', path: `${seats}/${foreignSeatId}/resend` }),
    404,
    notFound,
  ],
  [
    'immediate_claim',
    ({ ownSource, foreignEmail: email }) => assign({ ...ownSource, email, immediate_claim: true }),
    403,
    'OperationNotGranted',
  ],
  [
    'immediate_claim as text',
    ({ ownSource, foreignEmail: email }) => assign({ ...ownSource, email, immediate_claim: 'true' }),
    403,
    'OperationNotGranted',
  ],
  [
    'immediate_claim twice',
    ({ ownSource, foreignEmail: email }) => ({
      ...assign({}),
      body: `{"subscription_id":"${ownSource.subscription_id}","email":"${email}","immediate_claim":false,"immediate_claim":true}`,
    }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer by customer_id',
    ({ ownSource, foreignCustomerId }) => assign({ ...ownSource, customer_id: foreignCustomerId }),
    403,
    'OperationNotGranted',
  ],
  [
    'an unknown customer_id, which gets the same answer',
    ({ ownSource }) => assign({ ...ownSource, customer_id: unknownId }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer by external_customer_id',
    ({ ownSource }) => assign({ ...ownSource, external_customer_id: 'user_2' }),
    403,
    'OperationNotGranted',
  ],
  [
    'an unknown external_customer_id, which gets the same answer',
    ({ ownSource }) => assign({ ...ownSource, external_customer_id: 'user_3' }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer beside an address',
    ({ ownSource, foreignEmail: email }) => assign({ ...ownSource, email, external_customer_id: 'user_2' }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer as a list',
    ({ ownSource, foreignCustomerId }) => assign({ ...ownSource, customer_id: [foreignCustomerId] }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer under __proto__',
    ({ ownSource }) => ({
      ...assign({}),
      body: `{"subscription_id":"${ownSource.subscription_id}","__proto__":{"external_customer_id":"user_2"}}`,
    }),
    422,
    validationError,
  ],
  [
    'two sources in a body',
    ({ ownSource, foreignSource, foreignEmail: email }) =>
      assign({ ...ownSource, order_id: foreignSource.subscription_id, email }),
    422,
    validationError,
  ],
  [
    'a checkout in place of a source',
    ({ foreignSource, foreignEmail: email }) => assign({ checkout_id: foreignSource.subscription_id, email }),
    422,
    validationError,
  ],
  [
    'a list of sources',
    ({ ownSource, foreignSource, foreignEmail: email }) =>
      assign({ subscription_id: [ownSource.subscription_id, foreignSource.subscription_id], email }),
    422,
    validationError,
  ],
  [
    'a source under __proto__',
    ({ foreignSource, foreignEmail: email }) => ({
      ...assign({}),
      body: `{"__proto__":{"subscription_id":"${foreignSource.subscription_id}"},"email":"${email}"}`,
    }),
    422,
    validationError,
  ],
  [
    'a source under constructor',
    ({ foreignSource, foreignEmail: email }) => ({
      ...assign({}),
      body: `{"constructor":{"prototype":{"subscription_id":"${foreignSource.subscription_id}"}},"email":"${email}"}`,
    }),
    422,
    validationError,
  ],
  [
    'a duplicated query parameter',
    ({ ownSource, foreignSource }) => ({
      path: `${seats}?subscription_id=${ownSource.subscription_id}&subscription_id=${foreignSource.subscription_id}`,
    }),
    422,
    validationError,
  ],
  [
    'a foreign source twice in the live events, once in capital letters',
    ({ foreignSource }) => ({
      path: `${seats}/events?subscription_id=${foreignSource.subscription_id}&subscription_id=${foreignSource.subscription_id?.toUpperCase()}`,
    }),
    404,
    notFound,
  ],
  [
    'a foreign source among 200 other sources in the live events',
    ({ ownSource, foreignSource }) => ({
      path: `${seats}/events?subscription_id=${foreignSource.subscription_id}${`&order_id=${unknownId}&subscription_id=${ownSource.subscription_id}`.repeat(100)}`,
    }),
    422,
    validationError,
  ],
  [
    'a subscription’s id as an order in the live events',
    ({ ownSource }) => ({ path: `${seats}/events?order_id=${ownSource.subscription_id}` }),
    404,
    notFound,
  ],
  [
    'text in place of a source in the live events',
    () => ({ path: `${seats}/events?subscription_id=%0d%0aX-Injected:%201` }),
    422,
    validationError,
  ],
  [
    'both query parameters',
    ({ ownSource, foreignSource }) => ({
      path: `${seats}?subscription_id=${ownSource.subscription_id}&order_id=${foreignSource.subscription_id}`,
    }),
    422,
    validationError,
  ],
  [
    'a parameter as a list',
    ({ foreignSource }) => ({ path: `${seats}?subscription_id[]=${foreignSource.subscription_id}` }),
    422,
    validationError,
  ],
  [
    'a parameter in capital letters',
    ({ foreignSource }) => ({ path: `${seats}?Subscription_Id=${foreignSource.subscription_id}` }),
    422,
    validationError,
  ],
  [
    '..%2f to another route',
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `${seats}/claim%2f..%2f${foreignSeatId}` }),
    422,
    validationError,
  ],
  [
    '%2e%2e to another path',
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `${seats}/%2e%2e/%2e%2e/v1/customer-seats/${foreignSeatId}` }),
    404,
    notFound,
  ],
  [
    '`..` that leads out of the base path',
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `/api/seats/../../v1/customer-seats/${foreignSeatId}` }),
    404,
    'NotFound',
  ],
  [
    'an encoded slash in a seat id',
    ({ invitedSeatId }) => ({ method: 'DELETE', path: `${seats}/${invitedSeatId}%2fresend` }),
    422,
    validationError,
  ],
  [
    'double encoding',
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `${seats}/%252e%252e%252f${foreignSeatId}` }),
    422,
    validationError,
  ],
  ['a broken encoding', () => ({ method: 'DELETE', path: `${seats}/%zz` }), 422, validationError],
  ['an encoded slash in an invitation token', () => ({ path: `${seats}/claim/..%2f..%2fcustomers` }), 404, notFound],
  [
    'a double slash',
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `${seats}//${foreignSeatId}` }),
    404,
    'NotFound',
  ],
  // The HTTP server itself refuses this request.
  ['a backslash', ({ foreignSeatId }) => ({ method: 'DELETE', path: `${seats}/..\\${foreignSeatId}` }), 400],
  [
    'a NUL in a seat id',
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `${seats}/${foreignSeatId}%00` }),
    422,
    validationError,
  ],
  [
    'an absolute-form target',
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `http://api.polar.sh/v1/customer-seats/${foreignSeatId}` }),
    404,
    'NotFound',
  ],
  [
    'an absolute-form target with a foreign seat',
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `http://evil.example/api/seats${seats}/${foreignSeatId}` }),
    404,
    notFound,
  ],
  ['the portal’s paths', () => ({ path: '/v1/customer-portal/seats' }), 404, 'NotFound'],
  ['other paths of Polar', () => ({ path: '/v1/customers' }), 404, 'NotFound'],
  [
    'a method override header',
    ({ invitedSeatId }) => ({
      method: 'POST',
      path: `${seats}/${invitedSeatId}`,
      headers: { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE', 'x-http-method': 'DELETE' },
    }),
    405,
    'BadRequest',
  ],
  [
    'a method override in the query',
    ({ invitedSeatId }) => ({ method: 'POST', path: `${seats}/${invitedSeatId}?_method=DELETE` }),
    405,
    'BadRequest',
  ],
  ['a revoke by GET', ({ invitedSeatId }) => ({ path: `${seats}/${invitedSeatId}` }), 405, 'BadRequest'],
  [
    'a cross-site form post',
    ({ ownSource, foreignEmail: email }) => ({
      method: 'POST',
      path: seats,
      headers: {
        'sec-fetch-site': 'cross-site',
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ ...ownSource, foreignEmail: email }).toString(),
    }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a cross-site post without a body',
    ({ invitedSeatId }) => ({
      method: 'POST',
      path: `${seats}/${invitedSeatId}/resend`,
      headers: { 'sec-fetch-site': 'cross-site' },
    }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a post from a subdomain',
    ({ ownSource, foreignEmail: email }) => ({
      ...assign({ ...ownSource, email }),
      headers: { ...json, 'sec-fetch-site': 'same-site' },
    }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a post from a null origin',
    ({ ownSource, foreignEmail: email }) => ({
      ...assign({ ...ownSource, foreignEmail: email }),
      headers: { ...json, 'sec-fetch-site': 'cross-site', origin: 'null' },
    }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a post from an origin that begins like an allowed one',
    ({ ownSource, foreignEmail: email }) => ({
      ...assign({ ...ownSource, foreignEmail: email }),
      isOlderBrowser: true,
      headers: { ...json, origin: 'http://127.0.0.1.evil.example' },
    }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a forwarded host',
    ({ ownSource, foreignEmail: email }) => ({
      ...assign({ ...ownSource, foreignEmail: email }),
      isOlderBrowser: true,
      headers: {
        ...json,
        origin: 'https://evil.example',
        'x-forwarded-host': 'evil.example',
        forwarded: 'host=evil.example',
      },
    }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a same-origin form post',
    ({ ownSource, foreignEmail: email }) => ({
      method: 'POST',
      path: seats,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...ownSource, foreignEmail: email }).toString(),
    }),
    415,
    'BadRequest',
  ],
  [
    'text/plain JSON',
    ({ ownSource, foreignEmail: email }) => ({
      ...assign({ ...ownSource, email }),
      headers: { 'content-type': 'text/plain' },
    }),
    415,
    'BadRequest',
  ],
  [
    'JSON without a content type',
    ({ ownSource, foreignEmail: email }) => ({ ...assign({ ...ownSource, email }), headers: {} }),
    415,
    'BadRequest',
  ],
  [
    'header injection in a seat id',
    ({ foreignSeatId }) => ({ method: 'DELETE', path: `${seats}/${foreignSeatId}%0d%0aX-Injected:%201` }),
    422,
    validationError,
  ],
  [
    'header injection in a source',
    ({ ownSource }) => ({ path: `${seats}?subscription_id=${ownSource.subscription_id}%0d%0aX-Injected:%201` }),
    422,
    validationError,
  ],
  [
    'a token in the query',
    ({ foreignSource }) => ({
      path: `${seats}?subscription_id=${foreignSource.subscription_id}&access_token=polar_oat_acme`,
    }),
    404,
    notFound,
  ],
  [
    'a token in a header',
    ({ foreignSource }) => ({
      path: `${seats}?subscription_id=${foreignSource.subscription_id}`,
      headers: { authorization: 'Bearer polar_oat_acme' },
    }),
    404,
    notFound,
  ],
  [
    'a million characters for an address',
    ({ ownSource }) => assign({ ...ownSource, email: 'a'.repeat(1_000_000) }),
    413,
    'BadRequest',
  ],
  [
    'a chunked body without a length',
    ({ ownSource }) => ({
      ...assign({ ...ownSource, email: 'a'.repeat(30_000) }),
      headers: { ...json, 'transfer-encoding': 'chunked' },
    }),
    413,
    'BadRequest',
  ],
  [
    'deep nesting',
    ({ ownSource, foreignEmail: email }) => ({
      ...assign({}),
      body: `{"subscription_id":"${ownSource.subscription_id}","email":"${email}","metadata":${'['.repeat(7_000)}${']'.repeat(7_000)}}`,
    }),
    422,
    validationError,
  ],
]

describe('an attacker who is signed in', () => {
  test.for(rows)('gains nothing by %s', async ([, attack, status, code]) => {
    const guard = await startGuard()
    const url = await listen(guard.handler)
    const ids = idsOf(guard)
    const sources = [ids.ownSource, ids.foreignSource, { order_id: guard.emulator.ref('acme/ord') }] as const
    const readState = async () => ({
      rosters: await Promise.all(sources.map((source) => guard.polar.listSeats(source))),
      emails: guard.emulator.outbox(),
    })
    const stateBefore = await readState()
    const answer = await send(url, attack(ids))
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(await readState()).toEqual(stateBefore)
    // The only calls to Polar look for the seat on the user's own sources.
    for (const call of guard.calls) expect(call).toMatch(new RegExp(`^GET ${seats}\\?(subscription|order)_id=`))
    expect(guard.calls.join()).not.toContain(ids.foreignSource.subscription_id)
    expect(answer.text).not.toMatch(/polar_|emulator\.test|api\.polar\.sh|at .*\.ts:/)
    expect(answer.headers['x-injected']).toBeUndefined()
    expect(guard.errors).toEqual([])
  })

  test('extra fields and prototype keys are ignored', async () => {
    const guard = await startGuard()
    const { ownSource, foreignEmail: email } = idsOf(guard)
    const body = `{"subscription_id":"${ownSource.subscription_id}","email":"${email}","__proto__":{"immediate_claim":true},"constructor":{"prototype":{"immediate_claim":true}},"status":"claimed","seats":99}`
    const answer = await send(await listen(guard.handler), { ...assign({}), body })
    expect(JSON.parse(answer.text)).toMatchObject({ status: 'pending', email, seat_metadata: {} })
    expect('immediate_claim' in {}).toBe(false)
  })

  test('a 404 takes about the same time for an unknown seat and for a seat of another team', async () => {
    const guard = await startGuard({ ratePerMinute: { actor: 1e6 } })
    const url = await listen(guard.handler)
    const { foreignSeatId } = idsOf(guard)
    const durationsMs: Record<string, number[]> = { [foreignSeatId]: [], [unknownId]: [] }
    for (let round = 0; round < 300; round++) {
      for (const id of round % 2 ? [foreignSeatId, unknownId] : [unknownId, foreignSeatId]) {
        const startMs = performance.now()
        expect((await send(url, { method: 'DELETE', path: `${seats}/${id}` })).status).toBe(404)
        durationsMs[id]?.push(performance.now() - startMs)
      }
    }
    const [foreignMs = 0, unknownMs = 0] = [foreignSeatId, unknownId].map(
      (id) => durationsMs[id]?.toSorted((first, second) => first - second)[150],
    )
    const ratio = foreignMs / unknownMs
    expect(ratio).toBeGreaterThan(0.7)
    expect(ratio).toBeLessThan(1.4)
  }, 30_000)

  test('Polar gets the same calls for an unknown seat and for a seat of another team', async () => {
    const calls = await Promise.all(
      (['eve', undefined] as const).map(async (ref) => {
        const guard = await startGuard()
        await guard.send('DELETE', `${seats}/${ref ? guard.emulator.ref('acme/eve') : unknownId}`)
        return guard.calls.map((call) => call.replace(/=.*/, ''))
      }),
    )
    expect(calls[0]).toEqual(calls[1])
  })
})

describe('an attacker who sends webhooks', () => {
  const event = JSON.stringify({ type: 'subscription.updated', timestamp: '', data: { id: unknownId } })
  const otherEvent = JSON.stringify({ type: 'subscription.updated', timestamp: '', data: { id: secrets.older } })

  async function startWebhookHandler() {
    const handledEvents: unknown[] = []
    const on = { 'subscription.updated': (event: unknown) => void handledEvents.push(event) }
    const url = await listen(createSeatsWebhookHandler({ secret: secrets.newer, on, store: memoryStore() }))
    return {
      handledEvents,
      sendWebhook: (headers: Record<string, string>, body = event) =>
        send(url, { method: 'POST', path: '/', headers, body }),
    }
  }

  test.for([
    ['an altered body', () => signedHeaders(event), otherEvent],
    ['a signature for another body', () => signedHeaders(otherEvent), event],
    ['an old webhook', () => signedHeaders(event, { age: 3600 }), event],
    [
      'a webhook that is signed with another secret',
      () => signedHeaders(event, { secret: 'whsec_b3RoZXItc2VjcmV0' }),
      event,
    ],
    ['an empty signature list', () => ({ ...signedHeaders(event), 'webhook-signature': '' }), event],
    ['a webhook without headers', () => ({}), event],
  ] as const)('gains nothing by %s', async ([, headers, body]) => {
    const { handledEvents, sendWebhook } = await startWebhookHandler()
    expect((await sendWebhook(headers(), body)).status).toBe(401)
    expect(handledEvents).toEqual([])
  })

  test('a replayed webhook has no effect', async () => {
    const { handledEvents, sendWebhook } = await startWebhookHandler()
    const headers = signedHeaders(event)
    expect([(await sendWebhook(headers)).status, (await sendWebhook(headers)).status]).toEqual([200, 200])
    expect(handledEvents).toHaveLength(1)
  })
})
