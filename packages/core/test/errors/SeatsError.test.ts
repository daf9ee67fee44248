import { SeatsError, isSeatsError, type SeatsErrorJSON } from '@seats/core'
import { inspect } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import { clientWithAnswers, errorOf } from '../answers.ts'
import { seat, source, uuid } from '../seats.ts'

/** Returns functions that call a server with this answer, and resolve with the error of the call. */
const failingCalls = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const { client } = clientWithAnswers(() => new Response(text, { status, headers }))
  return {
    read: () => errorOf(client.listSeats(source, { retry: false })),
    write: () => errorOf(client.revokeSeat(uuid(), { retry: false })),
    assign: () => errorOf(client.assignSeat({ ...source, email: 'a@example.com' }, { retry: false })),
  }
}

describe('codes', () => {
  const namedAnswers = [
    [400, 'BadRequest'],
    [400, 'SeatNotAvailable'],
    [400, 'SeatAlreadyAssigned'],
    [400, 'SeatNotPending'],
    [400, 'InvalidInvitationToken'],
    [400, 'InvalidSeatAssignmentRequest'],
    [400, 'MemberEmailMismatch'],
    [403, 'FeatureNotEnabled'],
    [403, 'NotPermitted'],
    [404, 'ResourceNotFound'],
    [404, 'CustomerNotFound'],
    [404, 'MemberNotFound'],
    [403, 'OperationNotGranted'],
    [403, 'CrossSiteRequest'],
    [400, 'SomethingNew'],
  ] as const
  test.each(namedAnswers)(
    'an error answer of status %i with the name %s has that name as its code',
    async (status, code) => {
      const expected = { code, status, detail: 'Why', isRetryable: false, isAmbiguous: false, issues: [] }
      expect(await failingCalls(status, { error: code, detail: 'Why' }).write()).toMatchObject(expected)
    },
  )

  const unnamedAnswers: [number, unknown, string][] = [
    [401, { error: 'Unauthorized', detail: 'Unauthorized' }, 'Unauthorized'],
    [401, { error: 'invalid_token', error_description: 'Gone' }, 'Unauthorized'],
    [403, { error: 'insufficient_scope', error_description: 'More' }, 'InsufficientScope'],
    [422, { error: 'RequestValidationError', detail: [] }, 'RequestValidationError'],
    [422, { error: 'PolarRequestValidationError', detail: [] }, 'RequestValidationError'],
    [404, { detail: 'Not Found' }, 'NotFound'],
    [405, { detail: 'Method Not Allowed' }, 'BadRequest'],
    [429, '', 'RateLimited'],
    [500, '<html>Oops', 'ServerError'],
    [503, 'null', 'ServerError'],
    [502, '[]', 'ServerError'],
    [418, '"teapot"', 'BadRequest'],
  ]
  test.each(unnamedAnswers)('the code of an answer of status %i with the body %j is %s', async (status, body, code) => {
    const error = await failingCalls(status, body).read()
    expect(error).toMatchObject({ code, status, operation: 'listSeats' })
    expect(error.detail).not.toMatch(/[<>{}"[\]]/)
    expect(error.message).toBe(error.detail)
    expect(error.detail).not.toBe('')
  })

  test('an UpstreamRefused of @seats/server is not ambiguous, because the call changed nothing', async () => {
    const error = await failingCalls(502, { error: 'UpstreamRefused', detail: 'Check the token' }).write()
    expect(error).toMatchObject({ code: 'UpstreamRefused', status: 502, isAmbiguous: false, isRetryable: false })
  })
})

describe('a 422', () => {
  const issues = [
    { type: 'value_error', loc: ['body', 'email'], msg: 'Value error, No such domain', input: 'a@x.test' },
    { type: 'value_error', loc: ['body', 'email'], msg: 'Another' },
    { type: 'value_error', loc: ['body', 'metadata', 'a', 0], msg: 'Too deep' },
    { type: 'value_error', loc: ['body'], msg: 'Value error, One of these', ctx: { error: {} } },
  ]
  test('has `fieldErrors` for a form, and Polar’s list as `issues`', async () => {
    const error = await failingCalls(422, {
      error: 'RequestValidationError',
      detail: [...issues, 'junk', { msg: 1 }],
    }).assign()
    expect(error.issues).toEqual(issues)
    expect(error.fieldErrors).toEqual({
      email: ['No such domain', 'Another'],
      'metadata.a.0': ['Too deep'],
      root: ['One of these'],
    })
    expect(error.detail).toBe('No such domain; Another; Too deep; One of these')
  })
})

describe('Retry-After', () => {
  test.each([
    ['7', 7],
    [' 1.5 ', 1.5],
    ['0', 0],
    ['Sat, 01 Aug 2026 10:00:30 GMT', 30],
    ['Sat, 01 Aug 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('%j is %s seconds', async (header, seconds) => {
    const { client } = clientWithAnswers(() => new Response('', { status: 429, headers: { 'retry-after': header } }), {
      accessToken: 'polar_oat_test',
      now: () => Date.parse('2026-08-01T10:00:00Z'),
      retry: false,
    })
    const error = await errorOf(client.listSeats(source))
    expect(error).toMatchObject({ code: 'RateLimited', retryAfter: seconds, isRetryable: true, isAmbiguous: false })
  })

  test('is the time before the next attempt, unless it is longer than maxDelay', async () => {
    vi.useFakeTimers()
    try {
      const callTimesMs: number[] = []
      const { client } = clientWithAnswers(
        () => {
          callTimesMs.push(Date.now())
          return new Response('', { status: 429, headers: { 'retry-after': '7' } })
        },
        { accessToken: 'polar_oat_test', retry: { attempts: 2, minDelay: 100, maxDelay: 7_000 } },
      )
      const call = errorOf(client.listSeats(source))
      await vi.runAllTimersAsync()
      await call
      expect((callTimesMs[1] ?? 0) - (callTimesMs[0] ?? 0)).toBe(7_000)
      await errorOf(client.listSeats(source, { retry: { attempts: 2, maxDelay: 6_999 } }))
      expect(callTimesMs).toHaveLength(3)
    } finally {
      vi.useRealTimers()
    }
  })
})

test('the pause between attempts is random, and its limit doubles up to maxDelay', async () => {
  vi.useFakeTimers()
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.5)
  try {
    const callTimesMs: number[] = []
    const { client } = clientWithAnswers(
      () => {
        callTimesMs.push(Date.now())
        return new Response('', { status: 503 })
      },
      { accessToken: 'polar_oat_test', retry: { attempts: 6, minDelay: 100, maxDelay: 1_000 } },
    )
    const call = errorOf(client.listSeats(source))
    await vi.runAllTimersAsync()
    await call
    expect(callTimesMs.slice(1).map((time, index) => time - (callTimesMs[index] ?? 0))).toEqual([
      50, 100, 200, 400, 500,
    ])
  } finally {
    random.mockRestore()
    vi.useRealTimers()
  }
})

test('unknown statuses, roles and fields are kept', async () => {
  const row = { ...seat({ status: 'frozen' }), colour: 'red' }
  const { client } = clientWithAnswers(() =>
    Response.json({ seats: [row], available_seats: 0, total_seats: 1, page: 1 }),
  )
  expect(await client.listSeats(source)).toEqual({ seats: [row], available_seats: 0, total_seats: 1, page: 1 })
})

describe('an answer that does not fit the API', () => {
  const bodies = [
    '<!doctype html>',
    '',
    'null',
    '"ok"',
    '[]',
    '{}',
    '{"seats":',
    JSON.stringify({ seats: [{}], available_seats: 1, total_seats: 1 }),
    JSON.stringify({ seats: [{ ...seat(), status: null }], available_seats: 1, total_seats: 1 }),
    JSON.stringify({ seats: [{ ...seat(), email: 5 }], available_seats: 1, total_seats: 1 }),
    JSON.stringify({ seats: [{ ...seat(), member: {} }], available_seats: 1, total_seats: 1 }),
    JSON.stringify({ seats: {}, available_seats: 1, total_seats: 1 }),
    JSON.stringify({ seats: [], available_seats: '1', total_seats: 1 }),
  ]
  test.each(bodies)('is an InvalidResponse: %s', async (body) => {
    const error = await failingCalls(200, body).read()
    expect(error).toMatchObject({ code: 'InvalidResponse', status: 200, isRetryable: false, isAmbiguous: false })
    // The server that sent such an answer may have made the change.
    expect(await failingCalls(200, body).write()).toMatchObject({ code: 'InvalidResponse', isAmbiguous: true })
  })
})

describe('isSeatsError', () => {
  const error = new SeatsError({ code: 'SeatNotAvailable', detail: 'Full' })
  test('compares the code, and recognizes errors of another copy of the package', () => {
    expect(isSeatsError(error)).toBe(true)
    expect(isSeatsError(error, 'SeatNotAvailable')).toBe(true)
    expect(isSeatsError(error, 'NotFound')).toBe(false)
    const errorOfCopy = Object.assign(new Error('Gone'), {
      code: 'NotFound',
      [Symbol.for('@seats/core/SeatsError')]: true,
    })
    expect(isSeatsError(errorOfCopy, 'NotFound')).toBe(true)
  })
  test.each([undefined, null, 'SeatsError', new Error('x'), { name: 'SeatsError', code: 'NotFound' }])(
    'is false for %o',
    (value) => expect(isSeatsError(value)).toBe(false),
  )
})

test('an error in a log or a report has no token and no input', async () => {
  const secrets = ['polar_oat_secret', 'inv-secret-token']
  const { client } = clientWithAnswers(
    () => {
      throw new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })
    },
    { accessToken: 'polar_oat_secret', retry: false },
  )
  const refusingClient = clientWithAnswers(
    () =>
      Response.json(
        {
          error: 'RequestValidationError',
          detail: [{ type: 'x', loc: ['body', 'invitation_token'], msg: 'no', input: 'inv-secret-token' }],
        },
        { status: 422 },
      ),
    { accessToken: 'polar_oat_secret' },
  ).client
  const errors = await Promise.all([
    errorOf(client.listSeats(source)),
    errorOf(client.assignSeat({ ...source, email: 'a@example.com' })),
    errorOf(client.getClaimInfo('inv-secret-token')),
    errorOf(client.claimSeat({ invitation_token: 'inv-secret-token' })),
    errorOf(client.claimSeat({ invitation_token: 'inv-secret-token\0' })),
    errorOf(client.getClaimInfo('inv-secret-token\0')),
    errorOf(refusingClient.claimSeat({ invitation_token: 'inv-secret-token' })),
  ])
  for (const error of errors) {
    const allText = `${inspect(error, { depth: 20, showHidden: true })} ${JSON.stringify(error)} ${error.stack} ${String(error.cause)}`
    for (const secret of secrets) expect(allText, error.code).not.toContain(secret)
  }
})

test('toJSON returns plain JSON with the fields that a report needs', async () => {
  const error = new SeatsError({
    code: 'RequestValidationError',
    detail: 'Wrong',
    operation: 'assignSeat',
    status: 422,
    issues: [{ type: 'x', loc: ['body', 'email'], msg: 'Wrong', input: 'typed' }],
    retryAfter: 3,
    recipient: { email: 'a@example.com' },
    cause: new Error('inner'),
  })
  const json: SeatsErrorJSON = JSON.parse(JSON.stringify(error))
  expect(json).toEqual({
    name: 'SeatsError',
    code: 'RequestValidationError',
    detail: 'Wrong',
    operation: 'assignSeat',
    status: 422,
    issues: [{ type: 'x', loc: ['body', 'email'], msg: 'Wrong' }],
    fieldErrors: { email: ['Wrong'] },
    retryAfter: 3,
    isRetryable: false,
    isAmbiguous: false,
    recipient: { email: 'a@example.com' },
  })
})

test.each([
  ['No available seats for 9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11', 'No available seats'],
  ['Member not found: 9C3A1F0E-6B1E-4B52-9D5F-0F8F0A7D2C11', 'Member not found'],
  ['Customer not found: 9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11', 'Customer not found'],
  ['Seat already assigned to customer ada@example.com', 'Seat already assigned to customer ada@example.com'],
  ['Member not found: usr_1', 'Member not found: usr_1'],
])('the `detail` of an error contains no UUID: %s', async (detail, shownDetail) => {
  const { client } = clientWithAnswers(() => Response.json({ error: 'SeatNotAvailable', detail }, { status: 400 }))
  expect((await errorOf(client.assignSeat({ ...source, email: 'ada@example.com' }))).detail).toBe(shownDetail)
})

describe('a token does not appear in an error', () => {
  const secrets = [
    'polar_oat_Ab1-_xyz',
    'polar_pat_Ab1xyz',
    'polar_at_o_Ab1xyz',
    'polar_at_u_Ab1xyz',
    'polar_cst_Ab1xyz',
    'polar_mst_Ab1xyz',
    'polar_whs_Ab1xyz',
    'whsec_Ab1xyz+/=',
    'POLAR_OAT_UPPER1',
    'k3yWithout-Prefix',
    'aB3-_6789012345678901234567890123456789012-',
  ]
  const allTextOf = (error: SeatsError) =>
    `${inspect(error, { depth: 20, showHidden: true })} ${JSON.stringify(error)} ${error.stack} ${error.message}`

  test.each(secrets)('%s', async (secret) => {
    const text = `The credentials "Bearer ${secret}" (${secret}) are refused`
    const bodies = [
      { error: 'BadRequest', detail: text },
      { error: 'invalid_token', error_description: text },
      { error: `Bearer ${secret}`, detail: 'No' },
      {
        error: 'RequestValidationError',
        detail: [{ type: text, loc: ['body', text], msg: text, input: { a: [text] }, ctx: { error: text } }],
      },
    ]
    for (const body of bodies) {
      // The client removes its own token, whatever form the token has.
      const { client } = clientWithAnswers(() => Response.json(body, { status: 400 }), {
        accessToken: secret,
        retry: false,
      })
      const error = await errorOf(client.assignSeat({ ...source, email: 'a@example.com' }))
      expect(allTextOf(error)).not.toContain(secret)
    }
  })

  test('if it is in an error of fetch or of the token function', async () => {
    const secret = 'polar_oat_Ab1xyz'
    const innerError = Object.assign(new Error(`sent Bearer ${secret}`), {
      config: { headers: { authorization: `Bearer ${secret}` } },
      request: new Request('https://app.test', { headers: { authorization: secret } }),
      code: 'ECONNREFUSED',
    })
    const outerError = new TypeError(`fetch failed for ${secret}`, { cause: innerError })
    const clientWithFailingFetch = clientWithAnswers(() => Promise.reject(outerError), {
      accessToken: secret,
      retry: false,
    })
    const clientWithFailingToken = clientWithAnswers(undefined, {
      accessToken: () => Promise.reject(outerError),
      retry: false,
    })
    for (const { client } of [clientWithFailingFetch, clientWithFailingToken]) {
      const error = await errorOf(client.listSeats(source))
      expect(allTextOf(error)).not.toContain(secret)
      expect(error.cause).toBeInstanceOf(TypeError)
      expect((error.cause as Error).cause).toMatchObject({ code: 'ECONNREFUSED' })
    }
  })

  test('if it is the name of a field', () => {
    const issues = [{ type: 'x', loc: ['body'], msg: 'No', input: { polar_oat_Ab1xyz: 1, a: 1 } }]
    const error = new SeatsError({ code: 'RequestValidationError', detail: 'No', issues })
    expect(error.issues[0]?.input).toEqual({ 'polar_oat_[redacted]': 1, a: 1 })
  })

  test('if it is in one error of an AggregateError', async () => {
    const cause = new AggregateError([new Error('sent Bearer polar_oat_Ab1xyz'), new Error('refused')], 'all failed')
    const error = new SeatsError({ code: 'NetworkError', detail: 'Gone', cause })
    expect(allTextOf(error)).not.toContain('Ab1xyz')
    expect(error.cause).toMatchObject({ message: 'all failed', errors: [expect.any(Error), { message: 'refused' }] })
  })

  test('if it is an invitation token in a URL inside another URL', () => {
    const token = 'aB3-_6789012345678901234567890123456789012-'
    const detail = `Sign in at https://app.test/login?next=%2Fclaim%3Ftoken%3D${token}%26x%3D1`
    expect(new SeatsError({ code: 'BadRequest', detail }).detail).toBe(detail.replace(token, '[redacted]'))
  })

  test('if it is an invitation token of any form that the answer repeats', async () => {
    const token = 'short-one'
    const { client } = clientWithAnswers(() =>
      Response.json({ error: 'ResourceNotFound', detail: `No ${token}` }, { status: 404 }),
    )
    for (const call of [client.getClaimInfo(token), client.claimSeat({ invitation_token: token })]) {
      expect((await errorOf(call)).detail).toBe('No [redacted]')
    }
  })

  test.each([
    'Seat already assigned to customer ada@example.com',
    'No available seats for 9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
    'The bearer of this needs a Bearer token',
    `${'0123456789abcdef'.repeat(4)} is a hash`,
  ])('and other words are kept: %s', (detail) => {
    expect(new SeatsError({ code: 'BadRequest', detail }).detail).toBe(detail)
  })

  test('a cause without a token stays the same object', () => {
    const cause = Object.assign(new TypeError('fetch failed', { cause: new Error('refused') }), {
      code: 'X',
      list: [1],
    })
    expect(new SeatsError({ code: 'NetworkError', detail: 'Gone', cause }).cause).toBe(cause)
  })

  test('if it is in a cause that contains itself', () => {
    const cause: Error & { self?: unknown } = new Error('polar_oat_Ab1xyz')
    cause.self = cause
    cause.cause = cause
    expect(inspect(new SeatsError({ code: 'NetworkError', detail: 'Gone', cause }), { depth: 20 })).not.toContain(
      'Ab1xyz',
    )
  })
})

describe('a very large error', () => {
  const issue = { type: 'value_error', loc: ['body', 'email'], msg: 'Value error, No', input: 'x' }
  test('with 40,000 problems has at most 1,000 issues, and its text has the first ten problems', async () => {
    const error = await failingCalls(422, { detail: Array.from({ length: 40_000 }, () => issue) }).assign()
    expect(error.issues).toHaveLength(1_000)
    expect(error.fieldErrors.email).toHaveLength(1_000)
    expect(error.detail).toBe(`${Array.from({ length: 10 }, () => 'No').join('; ')}; and 39990 more`)
  })

  test('with 40,000 problems is created in linear time', () => {
    const timeOf = (length: number) => {
      const issues = Array.from({ length }, () => issue)
      const startedAtMs = performance.now()
      for (let round = 0; round < 5; round++) void new SeatsError({ code: 'X', detail: 'No', issues })
      return performance.now() - startedAtMs
    }
    timeOf(1_000)
    // Quadratic code would take 1,600 times as long.
    expect(timeOf(40_000)).toBeLessThan(40 * timeOf(1_000) + 50)
  })

  test('with a text of several megabytes has only the beginning of that text', async () => {
    const error = await failingCalls(400, { error: 'BadRequest', detail: 'x'.repeat(5_000_000) }).assign()
    expect(error.detail.length).toBeLessThan(2_010)
  })
})
