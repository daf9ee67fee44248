import { describe, expect, test } from 'vitest'
import type { Emulator } from '../src/exports/index.ts'
import { acmeToken, apiCalls } from './support/api.ts'
import { checkResponse } from './support/checkResponse.ts'
import { startTestEmulator } from './support/storages.ts'

/** Sends raw text or bytes as the body of an assign. */
async function sendRawBody(
  emulator: Emulator,
  raw: string | Uint8Array<ArrayBuffer>,
  contentType = 'application/json',
) {
  const response = await emulator.fetch(`${emulator.url}/v1/customer-seats`, {
    method: 'POST',
    headers: { authorization: `Bearer ${acmeToken}`, ...(contentType && { 'content-type': contentType }) },
    body: raw,
  })
  const body = (await response.json()) as { detail: Array<{ type: string; msg: string }> }
  checkResponse('POST', '/v1/customer-seats', response.status, body)
  return { status: response.status, body }
}

describe('ids', () => {
  const compactId = '3f2f6f0e8f0a4c399d6c1a2b3c4d5e6f'
  const dashedId = '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f'

  test.each([dashedId, dashedId.toUpperCase(), compactId, `{${dashedId}}`, `urn:uuid:${dashedId}`])(
    'an id can be written as %s',
    async (id) => {
      const { list } = apiCalls(await startTestEmulator())
      expect((await list({ subscription_id: id })).body.detail).toBe('Subscription not found')
    },
  )

  test.each([
    ['', 'invalid length: found 0'],
    ['nope', 'invalid character: found `n` at 0'],
    ['12é', 'invalid character: found `é` at 2'],
    [`{${compactId}}`, 'invalid group count: expected 5, found 1'],
    [`URN:UUID:${dashedId}`, 'invalid character: found `U` at 0'],
    [` ${dashedId}`, 'invalid character: found ` ` at 0'],
    [`${dashedId}0`, 'invalid group length in group 4: expected 12, found 13'],
    [dashedId.slice(1), 'invalid group length in group 0: expected 8, found 7'],
    ['abc', 'invalid length: found 3'],
    ['a'.repeat(46), 'invalid length: found 46'],
  ])('%j is not a valid id', async (id, error) => {
    const { list } = apiCalls(await startTestEmulator())
    const { status, body } = await list({ order_id: id })
    expect(status).toBe(422)
    expect(body.detail).toEqual([
      {
        type: 'uuid_parsing',
        loc: ['query', 'order_id'],
        msg: `Input should be a valid UUID, ${error}`,
        input: id,
        ctx: { error },
      },
    ])
  })

  test.each(['d9428888-122b-11e1-b85c-61cd3cbb3210', '3f2f6f0e-8f0a-4c39-0d6c-1a2b3c4d5e6f'])(
    'an id of another version or variant is rejected in a path, and accepted in a body: %s',
    async (id) => {
      const { revoke, assign } = apiCalls(await startTestEmulator())
      expect((await revoke(id)).body.detail).toEqual([
        {
          type: 'uuid_version',
          loc: ['path', 'seat_id'],
          msg: 'UUID version 4 expected',
          input: id,
          ctx: { expected_version: 4 },
        },
      ])
      expect((await assign({ subscription_id: id, email: 'a@example.com' })).status).toBe(404)
    },
  )

  test('if a query parameter is repeated, its last value counts', async () => {
    const emulator = await startTestEmulator()
    const { call } = apiCalls(emulator)
    const path = `/v1/customer-seats?subscription_id=x&subscription_id=${emulator.ref('acme/sub')}`
    expect((await call('GET', path)).status).toBe(200)
  })
})

describe('addresses', () => {
  test.each([
    ['  bob@example.com\n', 'bob@example.com'],
    ['\r\nbob@example.com\r\n', 'bob@example.com'],
    ['Bob Builder <Bob@Example.COM>', 'Bob@example.com'],
    ['"Builder, Bob" <bob@example.com>', 'bob@example.com'],
    ['bob@xn--mnchen-3ya.de', 'bob@münchen.de'],
    ['bob@b。com', 'bob@b.com'],
    ['Info@example.com', 'info@example.com'],
    ["o'neil+tag@example.com", "o'neil+tag@example.com"],
    ['日本@example.com', '日本@example.com'],
  ])('%j is a valid address', async (email, normalized) => {
    const { assign } = apiCalls(await startTestEmulator())
    expect((await assign({ email })).body.email).toBe(normalized)
  })

  test.each([
    ['', 'An email address must have an @-sign.'],
    ['a@', 'There must be something after the @-sign.'],
    ['@b.com', 'There must be something before the @-sign.'],
    ['a@b', 'The part after the @-sign is not valid. It should have a period.'],
    ['a@b.123', 'The part after the @-sign is not valid. It is not within a valid top-level domain.'],
    ['a@b.test', 'The part after the @-sign is a special-use or reserved name that cannot be used with email.'],
    ['a..b@c.com', 'An email address cannot have two periods in a row.'],
    ['a.@b.com', 'An email address cannot have a period immediately before the @-sign.'],
    ['a@-b.com', 'An email address cannot have a hyphen immediately after the @-sign.'],
    ['a b@c.com', 'The email address contains invalid characters before the @-sign: SPACE.'],
    ['a@b_c.com', "The part after the @-sign contains invalid characters: '_'."],
    ['"a b"@c.com', 'Quoting the part before the @-sign is not allowed here.'],
    ['a@[127.0.0.1]', 'A bracketed IP address after the @-sign is not allowed here.'],
    [`${'x'.repeat(300)}@b.com`, 'The email address is too long (52 characters too many).'],
    [
      `a@${'x'.repeat(64)}.com`,
      'After the @-sign, periods cannot be separated by so many characters (1 character too many).',
    ],
    ['a\u200b@b.com', 'The email address contains unsafe characters: ZERO WIDTH SPACE.'],
    ['a\n@team-mail.com', 'Carriage return and line feed characters are not allowed'],
    ['a@team\r\n-mail.com', 'Carriage return and line feed characters are not allowed'],
    ['\ra\rb@team-mail.com', 'Carriage return and line feed characters are not allowed'],
    ['Bob <a\n@team-mail.com>', 'Carriage return and line feed characters are not allowed'],
    ['a＠b.com', 'The email address has the "full-width" at-sign (@) character instead of a regular at-sign.'],
  ])('%j is not a valid address', async (email, reason) => {
    const { assign } = apiCalls(await startTestEmulator())
    expect((await assign({ email })).body.detail).toEqual([
      {
        type: 'value_error',
        loc: ['body', 'email'],
        msg: `value is not a valid email address: ${reason}`,
        input: email,
        ctx: { reason },
      },
    ])
  })
})

describe('bodies', () => {
  test('all problems are reported at once, in the order of the fields', async () => {
    const { assign } = apiCalls(await startTestEmulator())
    const { body } = await assign({
      subscription_id: 'x',
      email: 7,
      external_member_id: 'a\0',
      metadata: [1],
      immediate_claim: 'maybe',
    })
    expect(body.detail).toMatchObject([
      { type: 'uuid_parsing', loc: ['body', 'subscription_id'] },
      { type: 'string_type', loc: ['body', 'email'], input: 7 },
      {
        type: 'value_error',
        loc: ['body', 'external_member_id'],
        msg: 'Value error, This value contains invalid characters',
      },
      { type: 'dict_type', loc: ['body', 'metadata'], input: [1] },
      { type: 'bool_parsing', loc: ['body', 'immediate_claim'], input: 'maybe' },
    ])
  })

  test.each([
    [
      { email: 'a@example.com', order_id: '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f' },
      'Exactly one of subscription_id or order_id must be provided',
    ],
    [{}, 'At least one of email, external_customer_id, customer_id, external_member_id, or member_id must be provided'],
    [
      { external_customer_id: 'a', external_member_id: 'b' },
      'Cannot combine external_customer_id/customer_id with external_member_id/member_id',
    ],
    [
      { email: 'a@example.com', external_customer_id: 'a' },
      'Exactly one of email, external_customer_id, or customer_id must be provided',
    ],
  ])('the combination of fields %j is rejected', async (fields, rule) => {
    const { assign } = apiCalls(await startTestEmulator())
    expect((await assign(fields)).body.detail).toMatchObject([
      { type: 'value_error', loc: ['body'], msg: `Value error, ${rule}`, ctx: { error: {} } },
    ])
  })

  test.each([
    ['{"a":', 'Expecting value', 5],
    ['{"a" 1}', "Expecting ':' delimiter", 5],
    ["{'a':1}", 'Expecting property name enclosed in double quotes', 1],
    ['{"a":1,}', 'Illegal trailing comma before end of object', 6],
    ['[1,]', 'Illegal trailing comma before end of array', 2],
    ['[1 2]', "Expecting ',' delimiter", 3],
    ['"abc', 'Unterminated string starting at', 0],
    ['"\t"', 'Invalid control character at', 1],
    [String.raw`"\x"`, String.raw`Invalid \escape`, 1],
    [String.raw`"\u12"`, String.raw`Invalid \uXXXX escape`, 2],
    ['{}{}', 'Extra data', 2],
    ['"😀" x', 'Extra data', 4],
  ])('invalid JSON is rejected with the position of the error: %j', async (raw, error, position) => {
    expect((await sendRawBody(await startTestEmulator(), raw)).body).toEqual({
      error: 'RequestValidationError',
      detail: [{ type: 'json_invalid', loc: ['body', position], msg: 'JSON decode error', input: {}, ctx: { error } }],
    })
  })

  test('a body that is null counts as missing', async () => {
    const emulator = await startTestEmulator()
    const missing = {
      error: 'RequestValidationError',
      detail: [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }],
    }
    expect((await sendRawBody(emulator, 'null')).body).toEqual(missing)
    expect((await sendRawBody(emulator, ' null\n')).body).toEqual(missing)
    const { call } = apiCalls(emulator)
    const raw = { headers: { 'content-type': 'application/json' }, body: null }
    expect((await call('POST', '/v1/customer-sessions/', raw)).body).toEqual(missing)
    expect((await call('POST', '/v1/customer-seats/claim', { ...raw, token: null })).body).toEqual(missing)
  })

  test.each([
    ['{"external_member_id":"\\ud800","email":"a@example.com"}', 'external_member_id'],
    ['{"external_customer_id":"a\\udfff"}', 'external_customer_id'],
    ['{"email":"\\udc00@example.com"}', 'email'],
  ])('half a surrogate pair is rejected: %s', async (raw, field) => {
    const { status, body } = await sendRawBody(await startTestEmulator(), raw)
    expect(status).toBe(422)
    expect(body.detail).toMatchObject([{ loc: ['body', field] }])
  })

  test('any Unicode encoding is accepted, and other bytes are rejected', async () => {
    const emulator = await startTestEmulator()
    const utf16 = new Uint8Array([...'{}'].flatMap((character) => [character.charCodeAt(0), 0]))
    expect((await sendRawBody(emulator, utf16)).body.detail[0]?.msg).toContain('Exactly one of subscription_id')
    expect(await sendRawBody(emulator, new Uint8Array([0x7b, 0xff, 0x7d]))).toEqual({
      status: 400,
      body: { detail: 'There was an error parsing the body' },
    })
  })

  test.each(['{"metadata":{"a":NaN}}', `${'['.repeat(100_000)}`, '1'.repeat(4301), '"\\ud800"', '-Infinity'])(
    'invalid JSON that Python may accept causes no 5xx: %.40s',
    async (raw) => {
      expect((await sendRawBody(await startTestEmulator(), raw)).status).toBeLessThan(500)
    },
  )

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'a body with the type %s is not JSON',
    async (type) => {
      expect((await sendRawBody(await startTestEmulator(), '{}', type)).body.detail).toEqual([
        {
          type: 'model_attributes_type',
          loc: ['body'],
          msg: 'Input should be a valid dictionary or object to extract fields from',
          input: '{}',
        },
      ])
    },
  )

  test.each(['application/json; charset=utf-8', 'application/vnd.api+json', 'APPLICATION/JSON'])(
    'a body with the type %s is JSON',
    async (type) => {
      expect((await sendRawBody(await startTestEmulator(), '{}', type)).body.detail[0]?.type).toBe('value_error')
    },
  )

  test('metadata has at most ten keys and 1,024 characters of ASCII JSON', async () => {
    const { assign } = apiCalls(await startTestEmulator())
    const assignWithMetadata = (metadata: object) => assign({ email: `${crypto.randomUUID()}@example.com`, metadata })
    expect((await assignWithMetadata({ k: 'x'.repeat(1015) })).status).toBe(200)
    expect((await assignWithMetadata({ k: 'x'.repeat(1016) })).body.detail).toMatchObject([
      { msg: 'Value error, Metadata size cannot exceed 1KB' },
    ])
    expect((await assignWithMetadata({ k: 'é'.repeat(169) })).status).toBe(200)
    expect((await assignWithMetadata({ k: 'é'.repeat(170) })).status).toBe(422)
    const keys = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`k${index}`, 0]))
    expect((await assignWithMetadata(keys)).body.detail).toMatchObject([
      { msg: 'Value error, Metadata cannot have more than 10 keys' },
    ])
  })

  test.each([
    [
      {},
      [
        'CustomerSessionCustomerIDCreate.customer_id missing',
        'CustomerSessionCustomerExternalIDCreate.external_customer_id missing',
      ],
    ],
    [
      { customer_id: 'x' },
      [
        'CustomerSessionCustomerIDCreate.customer_id uuid_parsing',
        'CustomerSessionCustomerExternalIDCreate.external_customer_id missing',
      ],
    ],
    [
      { external_customer_id: 1 },
      [
        'CustomerSessionCustomerIDCreate.customer_id missing',
        'CustomerSessionCustomerExternalIDCreate.external_customer_id string_type',
      ],
    ],
  ])('the body of a session is rejected with the problems of both of its shapes: %j', async (body, problems) => {
    const answer = await apiCalls(await startTestEmulator()).session(body)
    expect(
      (answer.body.detail as Array<{ loc: string[]; type: string }>).map(
        ({ loc, type }) => `${loc.slice(1).join('.')} ${type}`,
      ),
    ).toEqual(problems)
  })
})
