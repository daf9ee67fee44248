import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createSeatsWebhookHandler, memoryStore } from '@seats/server'
import { describe, expect, test } from 'vitest'
import { listen } from './listen.ts'
import { secrets, signature } from './sign.ts'
import { startGuard, type TestGuard } from './startGuard.ts'

const seats = '/v1/customer-seats'
const unknown = '7d9f2c1a-5b3e-4f60-8a21-9c0d4e5f6a7b'

interface Attack {
  method?: string
  /** The path, which is sent exactly as it is. A client would normalize it. */
  path: string
  headers?: Record<string, string>
  body?: string
  /** True: the request looks like that of a browser which does not name the site it comes from. */
  older?: boolean
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
const refs = ({ emulator }: TestGuard) => ({
  mine: { subscription_id: emulator.ref('acme/sub') },
  theirs: { subscription_id: emulator.ref('acme/foreign') },
  email: 'mallory@example.org',
  mallory: emulator.ref('acme/mallory'),
  bob: emulator.ref('acme/bob'),
  pia: emulator.ref('acme/pia'),
  eve: emulator.ref('acme/eve'),
  jane: emulator.ref('acme/jane'),
})

/** Sends these exact bytes, without a normalized URL or added headers. */
function send(url: string, { method = 'GET', path, headers = {}, body, older = false }: Attack): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const target = path.startsWith('/v1') ? `/api/seats${path}` : path
    const request = httpRequest({
      hostname,
      port,
      method,
      path: target,
      headers: { ...(older ? {} : sameOrigin), ...headers },
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

type AttackCase = [name: string, attack: (ids: ReturnType<typeof refs>) => Attack, status: number, code?: string]

const notFound = 'ResourceNotFound'
const required = 'SeatOccupantRequired'
const changed = 'SeatOccupantChanged'
const header = 'seats-occupant'
const invalid = 'RequestValidationError'
const rows: AttackCase[] = [
  [
    "another customer's subscription in list",
    ({ theirs }) => ({ path: `${seats}?subscription_id=${theirs.subscription_id}` }),
    404,
    notFound,
  ],
  ["another customer's subscription in assign", ({ theirs, email }) => assign({ ...theirs, email }), 404, notFound],
  [
    "another customer's subscription in live events",
    ({ theirs }) => ({ path: `${seats}/events?subscription_id=${theirs.subscription_id}` }),
    404,
    notFound,
  ],
  [
    "another customer's subscription as an order",
    ({ theirs }) => ({ path: `${seats}?order_id=${theirs.subscription_id}` }),
    404,
    notFound,
  ],
  ['a revoke that names nobody', ({ pia }) => ({ method: 'DELETE', path: `${seats}/${pia}` }), 428, required],
  [
    'a revoke that names nobody, in an empty header',
    ({ pia }) => ({ method: 'DELETE', path: `${seats}/${pia}`, headers: { [header]: '' } }),
    428,
    required,
  ],
  [
    'a revoke that names somebody in the query',
    ({ pia }) => ({ method: 'DELETE', path: `${seats}/${pia}?occupant=email%3Dpia%40example.com` }),
    428,
    required,
  ],
  [
    'a revoke that means somebody else',
    ({ pia }) => ({ method: 'DELETE', path: `${seats}/${pia}`, headers: { [header]: 'email=bob%40example.com' } }),
    409,
    changed,
  ],
  [
    'a revoke that means nobody',
    ({ pia }) => ({ method: 'DELETE', path: `${seats}/${pia}`, headers: { [header]: 'nobody' } }),
    409,
    changed,
  ],
  [
    'a revoke that means the purchaser by customer id',
    ({ pia, jane }) => ({ method: 'DELETE', path: `${seats}/${pia}`, headers: { [header]: `customer_id=${jane}` } }),
    409,
    changed,
  ],
  [
    'a revoke that means two people',
    ({ pia }) => ({
      method: 'DELETE',
      path: `${seats}/${pia}`,
      headers: { [header]: 'email=bob%40example.com, email=pia%40example.com' },
    }),
    422,
    invalid,
  ],
  [
    'a revoke that means everybody',
    ({ pia }) => ({ method: 'DELETE', path: `${seats}/${pia}`, headers: { [header]: '*' } }),
    409,
    changed,
  ],
  [
    'a revoke that means a property of the prototype',
    ({ pia }) => ({ method: 'DELETE', path: `${seats}/${pia}`, headers: { [header]: '__proto__=x' } }),
    422,
    invalid,
  ],
  [
    'a resend that means somebody else',
    ({ pia }) => ({
      method: 'POST',
      path: `${seats}/${pia}/resend`,
      headers: { [header]: 'email=bob%40example.com' },
    }),
    409,
    changed,
  ],
  [
    "another customer's seat in revoke, with its occupant",
    ({ eve }) => ({ method: 'DELETE', path: `${seats}/${eve}`, headers: { [header]: 'email=eve%40example.org' } }),
    404,
    notFound,
  ],
  [
    "another customer's seat in revoke, with another occupant",
    ({ eve }) => ({ method: 'DELETE', path: `${seats}/${eve}`, headers: { [header]: 'email=pia%40example.com' } }),
    404,
    notFound,
  ],
  ["another customer's seat in revoke", ({ eve }) => ({ method: 'DELETE', path: `${seats}/${eve}` }), 404, notFound],
  [
    "another customer's seat in revoke, with its source",
    ({ eve, theirs }) => ({ method: 'DELETE', path: `${seats}/${eve}?subscription_id=${theirs.subscription_id}` }),
    404,
    notFound,
  ],
  [
    "another customer's seat in revoke, as another spelling",
    ({ eve }) => ({ method: 'DELETE', path: `${seats}/%7B${eve.toUpperCase()}%7D` }),
    404,
    notFound,
  ],
  [
    "another customer's seat in resend",
    ({ eve }) => ({ method: 'POST', path: `${seats}/${eve}/resend` }),
    404,
    notFound,
  ],
  [
    'immediate_claim',
    ({ mine, email }) => assign({ ...mine, email, immediate_claim: true }),
    403,
    'OperationNotGranted',
  ],
  [
    'immediate_claim as text',
    ({ mine, email }) => assign({ ...mine, email, immediate_claim: 'true' }),
    403,
    'OperationNotGranted',
  ],
  [
    'immediate_claim twice',
    ({ mine, email }) => ({
      ...assign({}),
      body: `{"subscription_id":"${mine.subscription_id}","email":"${email}","immediate_claim":false,"immediate_claim":true}`,
    }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer by customer_id',
    ({ mine, mallory }) => assign({ ...mine, customer_id: mallory }),
    403,
    'OperationNotGranted',
  ],
  [
    'an unknown customer_id, which gets the same answer',
    ({ mine }) => assign({ ...mine, customer_id: unknown }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer by external_customer_id',
    ({ mine }) => assign({ ...mine, external_customer_id: 'user_2' }),
    403,
    'OperationNotGranted',
  ],
  [
    'an unknown external_customer_id, which gets the same answer',
    ({ mine }) => assign({ ...mine, external_customer_id: 'user_3' }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer beside an address',
    ({ mine, email }) => assign({ ...mine, email, external_customer_id: 'user_2' }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer as a list',
    ({ mine, mallory }) => assign({ ...mine, customer_id: [mallory] }),
    403,
    'OperationNotGranted',
  ],
  [
    'another customer under __proto__',
    ({ mine }) => ({
      ...assign({}),
      body: `{"subscription_id":"${mine.subscription_id}","__proto__":{"external_customer_id":"user_2"}}`,
    }),
    422,
    invalid,
  ],
  [
    'two sources in a body',
    ({ mine, theirs, email }) => assign({ ...mine, order_id: theirs.subscription_id, email }),
    422,
    invalid,
  ],
  [
    'a checkout in place of a source',
    ({ theirs, email }) => assign({ checkout_id: theirs.subscription_id, email }),
    422,
    invalid,
  ],
  [
    'a list of sources',
    ({ mine, theirs, email }) => assign({ subscription_id: [mine.subscription_id, theirs.subscription_id], email }),
    422,
    invalid,
  ],
  [
    'a source under __proto__',
    ({ theirs, email }) => ({
      ...assign({}),
      body: `{"__proto__":{"subscription_id":"${theirs.subscription_id}"},"email":"${email}"}`,
    }),
    422,
    invalid,
  ],
  [
    'a source under constructor',
    ({ theirs, email }) => ({
      ...assign({}),
      body: `{"constructor":{"prototype":{"subscription_id":"${theirs.subscription_id}"}},"email":"${email}"}`,
    }),
    422,
    invalid,
  ],
  [
    'a duplicated query parameter',
    ({ mine, theirs }) => ({
      path: `${seats}?subscription_id=${mine.subscription_id}&subscription_id=${theirs.subscription_id}`,
    }),
    422,
    invalid,
  ],
  [
    'a foreign source twice in the live events, once in capital letters',
    ({ theirs }) => ({
      path: `${seats}/events?subscription_id=${theirs.subscription_id}&subscription_id=${theirs.subscription_id?.toUpperCase()}`,
    }),
    404,
    notFound,
  ],
  [
    'a foreign source among 200 other sources in the live events',
    ({ mine, theirs }) => ({
      path: `${seats}/events?subscription_id=${theirs.subscription_id}${`&order_id=${unknown}&subscription_id=${mine.subscription_id}`.repeat(100)}`,
    }),
    422,
    invalid,
  ],
  [
    'a subscription’s id as an order in the live events',
    ({ mine }) => ({ path: `${seats}/events?order_id=${mine.subscription_id}` }),
    404,
    notFound,
  ],
  [
    'text in place of a source in the live events',
    () => ({ path: `${seats}/events?subscription_id=%0d%0aX-Injected:%201` }),
    422,
    invalid,
  ],
  [
    'both query parameters',
    ({ mine, theirs }) => ({
      path: `${seats}?subscription_id=${mine.subscription_id}&order_id=${theirs.subscription_id}`,
    }),
    422,
    invalid,
  ],
  [
    'a parameter as a list',
    ({ theirs }) => ({ path: `${seats}?subscription_id[]=${theirs.subscription_id}` }),
    422,
    invalid,
  ],
  [
    'a parameter in capital letters',
    ({ theirs }) => ({ path: `${seats}?Subscription_Id=${theirs.subscription_id}` }),
    422,
    invalid,
  ],
  ['..%2f to another route', ({ eve }) => ({ method: 'DELETE', path: `${seats}/claim%2f..%2f${eve}` }), 422, invalid],
  [
    '%2e%2e to another path',
    ({ eve }) => ({ method: 'DELETE', path: `${seats}/%2e%2e/%2e%2e/v1/customer-seats/${eve}` }),
    404,
    notFound,
  ],
  [
    '`..` that leads out of the base path',
    ({ eve }) => ({ method: 'DELETE', path: `/api/seats/../../v1/customer-seats/${eve}` }),
    404,
    'NotFound',
  ],
  [
    'an encoded slash in a seat id',
    ({ pia }) => ({ method: 'DELETE', path: `${seats}/${pia}%2fresend` }),
    422,
    invalid,
  ],
  ['double encoding', ({ eve }) => ({ method: 'DELETE', path: `${seats}/%252e%252e%252f${eve}` }), 422, invalid],
  ['a broken encoding', () => ({ method: 'DELETE', path: `${seats}/%zz` }), 422, invalid],
  ['an encoded slash in an invitation token', () => ({ path: `${seats}/claim/..%2f..%2fcustomers` }), 404, notFound],
  ['a double slash', ({ eve }) => ({ method: 'DELETE', path: `${seats}//${eve}` }), 404, 'NotFound'],
  // The HTTP server itself refuses this request.
  ['a backslash', ({ eve }) => ({ method: 'DELETE', path: `${seats}/..\\${eve}` }), 400],
  ['a NUL in a seat id', ({ eve }) => ({ method: 'DELETE', path: `${seats}/${eve}%00` }), 422, invalid],
  [
    'an absolute-form target',
    ({ eve }) => ({ method: 'DELETE', path: `http://api.polar.sh/v1/customer-seats/${eve}` }),
    404,
    'NotFound',
  ],
  [
    'an absolute-form target with a foreign seat',
    ({ eve }) => ({ method: 'DELETE', path: `http://evil.example/api/seats${seats}/${eve}` }),
    404,
    notFound,
  ],
  ['the portal’s paths', () => ({ path: '/v1/customer-portal/seats' }), 404, 'NotFound'],
  ['other paths of Polar', () => ({ path: '/v1/customers' }), 404, 'NotFound'],
  [
    'a method override header',
    ({ pia }) => ({
      method: 'POST',
      path: `${seats}/${pia}`,
      headers: { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE', 'x-http-method': 'DELETE' },
    }),
    405,
    'BadRequest',
  ],
  [
    'a method override in the query',
    ({ pia }) => ({ method: 'POST', path: `${seats}/${pia}?_method=DELETE` }),
    405,
    'BadRequest',
  ],
  ['a revoke by GET', ({ pia }) => ({ path: `${seats}/${pia}` }), 405, 'BadRequest'],
  [
    'a cross-site form post',
    ({ mine, email }) => ({
      method: 'POST',
      path: seats,
      headers: {
        'sec-fetch-site': 'cross-site',
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ ...mine, email }).toString(),
    }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a cross-site post without a body',
    ({ pia }) => ({ method: 'POST', path: `${seats}/${pia}/resend`, headers: { 'sec-fetch-site': 'cross-site' } }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a post from a subdomain',
    ({ mine, email }) => ({ ...assign({ ...mine, email }), headers: { ...json, 'sec-fetch-site': 'same-site' } }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a post from a null origin',
    ({ mine, email }) => ({
      ...assign({ ...mine, email }),
      headers: { ...json, 'sec-fetch-site': 'cross-site', origin: 'null' },
    }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a post from an origin that begins like an allowed one',
    ({ mine, email }) => ({
      ...assign({ ...mine, email }),
      older: true,
      headers: { ...json, origin: 'http://127.0.0.1.evil.example' },
    }),
    403,
    'CrossSiteRequest',
  ],
  [
    'a forwarded host',
    ({ mine, email }) => ({
      ...assign({ ...mine, email }),
      older: true,
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
    ({ mine, email }) => ({
      method: 'POST',
      path: seats,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...mine, email }).toString(),
    }),
    415,
    'BadRequest',
  ],
  [
    'text/plain JSON',
    ({ mine, email }) => ({ ...assign({ ...mine, email }), headers: { 'content-type': 'text/plain' } }),
    415,
    'BadRequest',
  ],
  [
    'JSON without a content type',
    ({ mine, email }) => ({ ...assign({ ...mine, email }), headers: {} }),
    415,
    'BadRequest',
  ],
  [
    'header injection in a seat id',
    ({ eve }) => ({ method: 'DELETE', path: `${seats}/${eve}%0d%0aX-Injected:%201` }),
    422,
    invalid,
  ],
  [
    'header injection in a source',
    ({ mine }) => ({ path: `${seats}?subscription_id=${mine.subscription_id}%0d%0aX-Injected:%201` }),
    422,
    invalid,
  ],
  [
    'a token in the query',
    ({ theirs }) => ({ path: `${seats}?subscription_id=${theirs.subscription_id}&access_token=polar_oat_acme` }),
    404,
    notFound,
  ],
  [
    'a token in a header',
    ({ theirs }) => ({
      path: `${seats}?subscription_id=${theirs.subscription_id}`,
      headers: { authorization: 'Bearer polar_oat_acme' },
    }),
    404,
    notFound,
  ],
  [
    'a million characters for an address',
    ({ mine }) => assign({ ...mine, email: 'a'.repeat(1_000_000) }),
    413,
    'BadRequest',
  ],
  [
    'a chunked body without a length',
    ({ mine }) => ({
      ...assign({ ...mine, email: 'a'.repeat(30_000) }),
      headers: { ...json, 'transfer-encoding': 'chunked' },
    }),
    413,
    'BadRequest',
  ],
  [
    'deep nesting',
    ({ mine, email }) => ({
      ...assign({}),
      body: `{"subscription_id":"${mine.subscription_id}","email":"${email}","metadata":${'['.repeat(7_000)}${']'.repeat(7_000)}}`,
    }),
    422,
    invalid,
  ],
]

describe('an attacker who is signed in', () => {
  test.for(rows)('%s', async ([, attack, status, code]) => {
    const guard = await startGuard()
    const url = await listen(guard.handler)
    const ids = refs(guard)
    const sources = [ids.mine, ids.theirs, { order_id: guard.emulator.ref('acme/ord') }] as const
    const state = async () => ({
      rosters: await Promise.all(sources.map((source) => guard.polar.listSeats(source))),
      emails: guard.emulator.outbox(),
    })
    const before = await state()
    const answer = await send(url, attack(ids))
    expect([answer.status, answer.code]).toEqual([status, code])
    expect(await state()).toEqual(before)
    // Polar gets only calls that read the user's own sources, to look for a seat.
    for (const call of guard.calls) expect(call).toMatch(new RegExp(`^GET ${seats}\\?(subscription|order)_id=`))
    expect(guard.calls.join()).not.toContain(ids.theirs.subscription_id)
    expect(answer.text).not.toMatch(/polar_|emulator\.test|api\.polar\.sh|at .*\.ts:/)
    expect(answer.headers['x-injected']).toBeUndefined()
    expect(guard.errors).toEqual([])
  })

  test('extra fields and prototype keys are ignored', async () => {
    const guard = await startGuard()
    const { mine, email } = refs(guard)
    const body = `{"subscription_id":"${mine.subscription_id}","email":"${email}","__proto__":{"immediate_claim":true},"constructor":{"prototype":{"immediate_claim":true}},"status":"claimed","seats":99}`
    const answer = await send(await listen(guard.handler), { ...assign({}), body })
    expect(JSON.parse(answer.text)).toMatchObject({ status: 'pending', email, seat_metadata: {} })
    expect('immediate_claim' in {}).toBe(false)
  })

  test('a 404 takes the same time for an unknown seat and for a seat of another team', async () => {
    const guard = await startGuard({ ratePerMinute: { actor: 1e6 } })
    const url = await listen(guard.handler)
    const { eve } = refs(guard)
    const times: Record<string, number[]> = { [eve]: [], [unknown]: [] }
    for (let i = 0; i < 300; i++) {
      for (const id of i % 2 ? [eve, unknown] : [unknown, eve]) {
        const start = performance.now()
        expect((await send(url, { method: 'DELETE', path: `${seats}/${id}` })).status).toBe(404)
        times[id]?.push(performance.now() - start)
      }
    }
    const [foreign = 0, absent = 0] = [eve, unknown].map((id) => times[id]?.toSorted((a, b) => a - b)[150])
    const ratio = foreign / absent
    expect(ratio).toBeGreaterThan(0.7)
    expect(ratio).toBeLessThan(1.4)
  }, 30_000)

  test('Polar gets the same calls for an unknown seat and for a seat of another team', async () => {
    const calls = await Promise.all(
      (['eve', undefined] as const).map(async (ref) => {
        const guard = await startGuard()
        await guard.send('DELETE', `${seats}/${ref ? guard.emulator.ref('acme/eve') : unknown}`)
        return guard.calls.map((call) => call.replace(/=.*/, ''))
      }),
    )
    expect(calls[0]).toEqual(calls[1])
  })
})

describe('an attacker who sends webhooks', () => {
  const event = JSON.stringify({ type: 'subscription.updated', timestamp: '', data: { id: unknown } })
  const other = JSON.stringify({ type: 'subscription.updated', timestamp: '', data: { id: secrets.older } })

  async function startHooks() {
    const seen: unknown[] = []
    const on = { 'subscription.updated': (event: unknown) => void seen.push(event) }
    const url = await listen(createSeatsWebhookHandler({ secret: secrets.newer, on, store: memoryStore() }))
    return {
      seen,
      hook: (headers: Record<string, string>, body = event) => send(url, { method: 'POST', path: '/', headers, body }),
    }
  }

  test.for([
    ['an altered body', () => signature(event), other],
    ['a signature for another body', () => signature(other), event],
    ['an old webhook', () => signature(event, { age: 3600 }), event],
    [
      'a webhook that is signed with another secret',
      () => signature(event, { secret: 'whsec_b3RoZXItc2VjcmV0' }),
      event,
    ],
    ['an empty signature list', () => ({ ...signature(event), 'webhook-signature': '' }), event],
    ['a webhook without headers', () => ({}), event],
  ] as const)('%s', async ([, headers, body]) => {
    const { seen, hook } = await startHooks()
    expect((await hook(headers(), body)).status).toBe(401)
    expect(seen).toEqual([])
  })

  test('a replayed webhook has no effect', async () => {
    const { seen, hook } = await startHooks()
    const headers = signature(event)
    expect([(await hook(headers)).status, (await hook(headers)).status]).toEqual([200, 200])
    expect(seen).toHaveLength(1)
  })
})
