import { createSeatsClient, openClaimStream, type SeatsClientOptions } from '@seats/core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientWithAnswers, errorOf } from '../answers.ts'
import { roster, source } from '../seats.ts'

const createClient = (options: unknown) => createSeatsClient(options as { accessToken: string })
const answer = () => Response.json(roster([]))

afterEach(() => vi.unstubAllGlobals())

describe('the server that a client calls', () => {
  test.each<[SeatsClientOptions, string]>([
    [{ accessToken: 'polar_oat_x' }, 'https://api.polar.sh/v1/customer-seats'],
    [{ accessToken: 'polar_oat_x', environment: 'sandbox' }, 'https://sandbox-api.polar.sh/v1/customer-seats'],
    [{ sessionToken: 'polar_cst_x' }, 'https://api.polar.sh/v1/customer-portal/seats'],
    [{ accessToken: 'polar_oat_x', baseURL: 'http://127.0.0.1:4010/' }, 'http://127.0.0.1:4010/v1/customer-seats'],
    [{ baseURL: 'https://app.test/api/seats' }, 'https://app.test/api/seats/v1/customer-seats'],
    [{ baseURL: 'https://app.test/v1' }, 'https://app.test/v1/v1/customer-seats'],
    [{ baseURL: '/api/seats' }, 'http://localhost/api/seats/v1/customer-seats'],
    [{ baseURL: '/v1/' }, 'http://localhost/v1/v1/customer-seats'],
    [{ baseURL: '/v1/customer-seats' }, 'http://localhost/v1/customer-seats/v1/customer-seats'],
  ])('with %o is %s', async (options, url) => {
    const { client, requests } = clientWithAnswers(answer, options)
    await client.listSeats(source)
    expect(requests[0]?.url).toBe(`${url}?subscription_id=${source.subscription_id}`)
  })

  test('a path as `baseURL` in Node needs a custom fetch: without one, the first call fails and sends nothing', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    vi.stubGlobal('fetch', fetch)
    const client = createSeatsClient({ baseURL: '/api/seats' })
    expect(await errorOf(client.listSeats(source))).toMatchObject({ code: 'ConfigurationError' })
    expect(fetch).not.toHaveBeenCalled()
  })
})

test('a request has the token and the version, and a change has a JSON body', async () => {
  const { client, requests } = clientWithAnswers(answer, { accessToken: 'polar_oat_x' })
  await client.listSeats(source)
  await client.assignSeat({ ...source, email: 'a@example.com', metadata: { n: 1 } }).catch(() => {})
  const [list, assign] = requests
  expect(Object.fromEntries(list?.headers ?? [])).toEqual({
    accept: 'application/json',
    authorization: 'Bearer polar_oat_x',
    'polar-version': '2026-10',
  })
  expect([list?.redirect, list?.credentials]).toEqual(['manual', 'omit'])
  expect(assign?.headers.get('content-type')).toBe('application/json')
  expect(await assign?.json()).toEqual({ ...source, email: 'a@example.com', metadata: { n: 1 } })
})

test('only fields of the contract are sent', async () => {
  const { client, requests } = clientWithAnswers()
  const inputWithExtraFields = { ...source, email: 'a@example.com', admin: true, seats: 5 }
  await client.assignSeat(inputWithExtraFields).catch(() => {})
  expect(await requests[0]?.json()).toEqual({ ...source, email: 'a@example.com' })
})

test('claim calls have no token, and a client without a token sends cookies to its own origin', async () => {
  const { client, requests } = clientWithAnswers(answer, { accessToken: 'polar_oat_x', polarVersion: '2026-04' })
  await client.getClaimInfo('t').catch(() => {})
  await client.claimSeat({ invitation_token: 't' }).catch(() => {})
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([null, null])
  expect(requests[0]?.headers.get('polar-version')).toBe('2026-04')
  const tokenlessClient = clientWithAnswers(answer, { baseURL: '/api/seats' })
  await tokenlessClient.client.listSeats(source)
  expect(tokenlessClient.requests[0]?.credentials).toBe('same-origin')
})

test('the request of a revoke or a resend contains the source only if it is sent to @seats/server', async () => {
  const id = source.subscription_id
  const directClient = clientWithAnswers(answer)
  await directClient.client.revokeSeat(id, { source }).catch(() => {})
  expect(directClient.requests[0]?.url).toBe(`https://api.polar.sh/v1/customer-seats/${id}`)
  const tokenlessClient = clientWithAnswers(answer, { baseURL: '/api' })
  await tokenlessClient.client.revokeSeat(id, { source }).catch(() => {})
  await tokenlessClient.client.resendInvitation(id, { source: null }).catch(() => {})
  expect(tokenlessClient.requests.map(({ url }) => url)).toEqual([
    `http://localhost/api/v1/customer-seats/${id}?subscription_id=${id}`,
    `http://localhost/api/v1/customer-seats/${id}/resend`,
  ])
})

describe('wrong options are refused at once', () => {
  test.each([
    ['no scheme', { accessToken: 'polar_oat_x', baseURL: 'api.polar.sh' }],
    ['another scheme', { accessToken: 'polar_oat_x', baseURL: 'ftp://api.polar.sh' }],
    ['no host', { accessToken: 'polar_oat_x', baseURL: 'https://' }],
    ['another host without a scheme', { baseURL: '//evil.test/api' }],
    ['a backslash, which browsers read as the start of a host', { baseURL: '/\\evil.test/api' }],
    ['a password', { accessToken: 'polar_oat_x', baseURL: 'https://user:pass@api.polar.sh' }],
    ['a query', { accessToken: 'polar_oat_x', baseURL: 'https://api.polar.sh/?a=b' }],
    ['a fragment', { baseURL: '/api#x' }],
    ['an empty baseURL', { baseURL: '' }],
    ['an unknown environment', { accessToken: 'polar_oat_x', environment: 'toString' }],
    ['two tokens', { accessToken: 'polar_oat_x', sessionToken: 'polar_cst_x' }],
    ['an empty token', { accessToken: '' }],
    ['a token of blanks', { sessionToken: '  ' }],
    ['a token with a line break', { accessToken: 'polar_oat_x\n' }],
    ['null for a token', { accessToken: null }],
  ])('%s', (_what, options) => {
    let error: unknown
    try {
      createClient(options)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({ name: 'SeatsError', code: 'ConfigurationError', issues: [] })
    expect(JSON.stringify(error) + String(error)).not.toMatch(/polar_(oat|cst)_x|pass@/)
  })
})

describe('in a browser', () => {
  const enterPage = () => vi.stubGlobal('document', {})
  const enterWorker = () => {
    vi.stubGlobal('WorkerGlobalScope', () => {})
    vi.stubGlobal('location', new URL('https://app.test/'))
  }

  test.each([
    ['a page', enterPage],
    ['a worker', enterWorker],
  ])('a client in %s refuses an access token, and every other secret token', async (_where, enter) => {
    enter()
    expect(() => createClient({ accessToken: 'polar_oat_x' })).toThrow(/must not be in a browser/)
    expect(() => createClient({ accessToken: () => 'polar_oat_x' })).toThrow(/must not be in a browser/)
    for (const prefix of ['polar_oat_', 'polar_pat_', 'polar_at_o_', 'polar_at_u_', 'polar_whs_', 'whsec_']) {
      expect(() => createClient({ sessionToken: `${prefix}x` }), prefix).toThrow(/organization token/)
    }
    const { client, requests } = clientWithAnswers(answer, { sessionToken: async () => 'polar_oat_x' })
    expect(await errorOf(client.listSeats(source))).toMatchObject({ code: 'ConfigurationError' })
    expect(requests).toEqual([])
  })

  test('a session, no token, or an allowed access token is accepted', () => {
    enterPage()
    const options = [
      { sessionToken: 'polar_cst_x' },
      { sessionToken: 'polar_mst_x' },
      { baseURL: '/api/seats' },
      { accessToken: 'polar_oat_x', dangerouslyAllowBrowser: true },
    ]
    for (const clientOptions of options) expect(() => createClient(clientOptions)).not.toThrow()
  })

  test('an edge runtime is not a browser: it has a worker’s globals, but no location', () => {
    vi.stubGlobal('WorkerGlobalScope', () => {})
    expect(() => createClient({ accessToken: 'polar_oat_x' })).not.toThrow()
  })
})

test('a client has the scope and the clock of its options', () => {
  expect(createClient({ accessToken: 'polar_oat_x' }).scope).toBe('default')
  const client = createClient({ accessToken: 'polar_oat_x', scope: 'user-1', now: () => 5 })
  expect([client.scope, client.now(), client.earliestNow()]).toEqual(['user-1', 5, 0])
})

describe('an invalid option is refused, and the error says what to write', () => {
  const invalidNumbers = [NaN, -1, -Infinity, '5', null, true, {}]
  test.each([
    ['timeout', invalidNumbers, /`timeout`.*number of milliseconds, 0 or more/],
    ['ratePerMinute', [...invalidNumbers, 0, 0.5], /`ratePerMinute`.*number of calls a minute, 1 or more/],
    ['maxAnswerBytes', [...invalidNumbers, 0], /`maxAnswerBytes`.*number of bytes, 1 or more/],
    ['retry', [true, 3, 'no', null, []], /`retry`.*\{ attempts: 3 \}.*false/],
    ['environment', ['prod', '', null, 1, 'toString'], /`environment`.*'production' or 'sandbox'/],
    ['baseURL', ['', null, 5, new URL('https://app.test')], /`baseURL`.*URL or a path/],
    ['polarVersion', ['', '2026\n10', null, 2026], /`polarVersion`.*'2026-10'/],
    ['scope', [null, 5, {}], /`scope`.*string/],
    ['credentials', ['yes', true, null, ''], /`credentials`.*'include'/],
    ['fetch', ['https://app.test', null, {}], /`fetch` is not a function/],
    ['now', [Date.now(), null, new Date()], /`now` is not a function/],
  ])('%s', (name, values, sentence) => {
    for (const value of values) {
      const options = { accessToken: 'polar_oat_x', [name]: value }
      expect(() => createClient(options), String(value)).toThrow(
        expect.objectContaining({ code: 'ConfigurationError', detail: expect.stringMatching(sentence) }),
      )
    }
  })

  test.each([
    ['attempts', [0, NaN, -1, '3']],
    ['minDelay', [NaN, -1, '300']],
    ['maxDelay', [NaN, -1, null]],
    ['giveUpAfter', [NaN, -1, null]],
  ])('retry.%s, of the client and of a call', async (name, values) => {
    const { client, requests } = clientWithAnswers(answer)
    for (const value of values) {
      const retry = { [name]: value }
      expect(() => createClient({ accessToken: 'polar_oat_x', retry })).toThrow(`\`retry.${name}\``)
      const error = await errorOf(client.listSeats(source, { retry }))
      expect(error).toMatchObject({ code: 'ConfigurationError', detail: expect.stringContaining(`retry.${name}`) })
    }
    expect(requests).toEqual([])
  })

  test('a call with an invalid timeout sends nothing', async () => {
    const { client, requests } = clientWithAnswers(answer)
    for (const timeout of [NaN, -1]) {
      const error = await errorOf(client.assignSeat({ ...source, email: 'a@example.com' }, { timeout }))
      expect(error).toMatchObject({ code: 'ConfigurationError', isAmbiguous: false })
      expect((await errorOf(openClaimStream(client, 'token', { timeout }))).code).toBe('ConfigurationError')
    }
    expect(requests).toEqual([])
  })

  test('options that are not an object are refused', () => {
    for (const invalidOptions of [undefined, null, 'polar_oat_x']) {
      expect(() => createClient(invalidOptions)).toThrow(expect.objectContaining({ code: 'ConfigurationError' }))
    }
  })

  test('the error does not contain a value that could be a token', () => {
    expect(() => createClient({ accessToken: 'polar_oat_x', timeout: 'polar_oat_secret' })).toThrow(/of type string/)
  })

  test('Infinity means no limit, and undefined means the default', async () => {
    const undefinedOptions = { timeout: undefined, ratePerMinute: undefined, credentials: undefined, fetch: undefined }
    expect(() => createClient({ accessToken: 'polar_oat_x', ...undefinedOptions })).not.toThrow()
    const limits = {
      timeout: Infinity,
      ratePerMinute: Infinity,
      maxAnswerBytes: Infinity,
      retry: { attempts: Infinity },
    }
    const { client } = clientWithAnswers(answer, { accessToken: 'polar_oat_x', ...limits })
    await expect(client.listSeats(source)).resolves.toBeTruthy()
  })
})

describe('runtimes', () => {
  test('a request forbids that its answer comes from a cache', async () => {
    const { client, requests } = clientWithAnswers(answer)
    await client.listSeats(source)
    expect(requests[0]?.cache).toBe('no-store')
  })

  test('a request option that the runtime does not have is left out', async () => {
    class OldRequest extends Request {
      constructor(input: RequestInfo | URL, init: RequestInit = {}) {
        if ('cache' in init) throw new Error("The 'cache' field on 'RequestInitializerDict' is not implemented.")
        super(input, init)
      }
    }
    vi.stubGlobal('Request', OldRequest)
    const { client, requests } = clientWithAnswers(answer)
    await client.listSeats(source)
    expect([requests[0]?.cache, requests[0]?.credentials]).toEqual(['default', 'omit'])
  })

  test('a client can be created without Request and fetch, and the errors of its calls say what is missing', async () => {
    vi.stubGlobal('Request', undefined)
    vi.stubGlobal('fetch', undefined)
    vi.stubGlobal('Headers', undefined)
    const clientWithFetch = createSeatsClient({ accessToken: 'polar_oat_x', fetch: async () => answer() })
    const clientWithoutFetch = createSeatsClient({ accessToken: 'polar_oat_x' })
    for (const client of [clientWithFetch, clientWithoutFetch]) {
      const error = await errorOf(client.listSeats(source))
      expect(error).toMatchObject({
        code: 'ConfigurationError',
        detail: expect.stringMatching(/no `fetch` or `Request`/),
      })
    }
  })

  test('a path as `baseURL` is on the page’s origin, even in jsdom, where Request does not know the page', async () => {
    vi.stubGlobal('document', { baseURI: 'http://localhost:3000/team?a=b' })
    vi.stubGlobal('location', new URL('http://localhost:3000/team?a=b'))
    const { client, requests } = clientWithAnswers(answer, { baseURL: '/api/seats/' })
    await client.listSeats(source)
    expect(requests[0]?.url).toMatch(/^http:\/\/localhost:3000\/api\/seats\/v1\/customer-seats\?/)
  })

  test('a path as `baseURL` works even on a page without a URL', async () => {
    vi.stubGlobal('document', { baseURI: 'about:blank' })
    vi.stubGlobal('location', new URL('about:blank'))
    const { client, requests } = clientWithAnswers(answer, { baseURL: '/api/seats' })
    await client.listSeats(source)
    expect(requests[0]?.url).toMatch(/^http:\/\/localhost\/api\/seats\/v1/)
  })

  test('a signal that Request refuses, as in jsdom, still ends the call', async () => {
    class JsdomSignal extends EventTarget {
      aborted = false
      throwIfAborted() {}
    }
    class JsdomController {
      signal = new JsdomSignal()
      abort() {
        this.signal.dispatchEvent(new Event('abort'))
      }
    }
    vi.stubGlobal('AbortController', JsdomController)
    const { client } = clientWithAnswers(answer)
    await expect(client.listSeats(source)).resolves.toBeTruthy()
    const clientWithoutAnswer = clientWithAnswers(() => new Promise<Response>(() => {}), {
      accessToken: 'polar_oat_x',
      timeout: 5,
      retry: false,
    })
    expect((await errorOf(clientWithoutAnswer.client.listSeats(source))).code).toBe('TimeoutError')
  })

  test('the option `credentials` applies to every call, for a guard on another origin', async () => {
    const { client, requests } = clientWithAnswers(answer, {
      baseURL: 'https://api.test/seats',
      credentials: 'include',
    })
    await client.listSeats(source)
    await client.claimSeat({ invitation_token: 't' }).catch(() => {})
    await openClaimStream(client, 'token').catch(() => {})
    expect(requests.map(({ credentials }) => credentials)).toEqual(['include', 'include', 'include'])
  })
})
