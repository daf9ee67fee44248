import { describe, expect, test } from 'vitest'
import { acmeToken } from './support/api.ts'
import { startTestEmulator, storages } from './support/storages.ts'

describe.each(storages)('the text of a response, with data %s', (storage) => {
  const prepareEmulator = async () => {
    const emulator = await startTestEmulator(storage)
    const subscription = emulator.ref('acme/sub')
    const send = async (method: string, path: string, body?: string) => {
      const response = await emulator.fetch(emulator.url + path, {
        method,
        headers: { authorization: `Bearer ${acmeToken}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body }),
      })
      return { status: response.status, text: await response.text() }
    }
    const list = (source = `subscription_id=${subscription}`) => send('GET', `/v1/customer-seats?${source}`)
    const assign = (metadata: string) =>
      send(
        'POST',
        '/v1/customer-seats',
        `{"subscription_id":"${subscription}","email":"${crypto.randomUUID()}@example.com","metadata":${metadata}}`,
      )
    return { emulator, send, list, assign }
  }

  test('counts are integers', async () => {
    const { emulator, send, list, assign } = await prepareEmulator()
    expect((await list()).text).toBe('{"seats":[],"available_seats":10,"total_seats":10}')
    await assign('null')
    expect((await list()).text).toMatch(/\],"available_seats":9,"total_seats":10\}$/)
    expect((await list(`order_id=${emulator.ref('acme/ord')}`)).text).toContain('"available_seats":5,"total_seats":5}')
    const path = `/_emulator/subscriptions/${emulator.ref('acme/sub')}`
    expect((await send('PATCH', path, '{"seats":1}')).text).toContain('"seats":1}')
    expect((await list()).text).toMatch(/\],"available_seats":0,"total_seats":1\}$/)
    expect((await send('PATCH', path, '{"seats":1e6}')).text).toContain('"seats":1000000}')
    expect((await list()).text).toMatch(/\],"available_seats":999999,"total_seats":1000000\}$/)
  })

  test.each([
    ['{}', '{}'],
    ['null', '{}'],
    ['{"role":"dev","n":1,"deep":{"a":[1]}}', '{"n":1,"deep":{"a":[1]},"role":"dev"}'],
    ['{"b":1,"a":2,"aa":3,"B":4,"":5}', '{"":5,"B":4,"a":2,"b":1,"aa":3}'],
    ['{"é":1,"zz":2,"b":3,"日":4}', '{"b":3,"zz":2,"é":1,"日":4}'],
    ['{"x":{"long":1,"s":{"bb":1,"a":2}}}', '{"x":{"s":{"a":2,"bb":1},"long":1}}'],
    ['{"a":[{"yy":1,"x":2}]}', '{"a":[{"x":2,"yy":1}]}'],
    ['{"a":1,"a":2}', '{"a":2}'],
    ['{"__proto__":{"a":1},"2":1,"1":2}', '{"1":2,"2":1,"__proto__":{"a":1}}'],
    ['{"a":-0.0}', '{"a":0.0}'],
    ['{"a":-0}', '{"a":0}'],
    ['{"a":-1e-400}', '{"a":0.0}'],
    ['{"a":1.0}', '{"a":1.0}'],
    ['{"a":1.50}', '{"a":1.5}'],
    ['{"a":1e2}', '{"a":100.0}'],
    ['{"a":1E15}', '{"a":1000000000000000.0}'],
    ['{"a":1e16}', '{"a":10000000000000000}'],
    ['{"a":-1.5e+16}', '{"a":-15000000000000000}'],
    ['{"a":1.2345678901234567e19}', '{"a":12345678901234567000}'],
    ['{"a":1e22}', `{"a":1${'0'.repeat(22)}}`],
    ['{"a":1.7976931348623157e308}', `{"a":17976931348623157${'0'.repeat(292)}}`],
    ['{"a":0.0001}', '{"a":0.0001}'],
    ['{"a":0.00001}', '{"a":1e-05}'],
    ['{"a":1e-7}', '{"a":1e-07}'],
    ['{"a":5e-324}', '{"a":5e-324}'],
    ['{"a":12345678901234567890}', '{"a":12345678901234567890}'],
    ['{"a":9007199254740993}', '{"a":9007199254740993}'],
    ['{"a":"\\u00e9\\ud83d\\ude00\\/"}', '{"a":"é😀/"}'],
    ['{"a":[true,false,null]}', '{"a":[true,false,null]}'],
  ])('metadata %s is written as JSONB stores it', async (given, kept) => {
    const { list, assign } = await prepareEmulator()
    const answer = await assign(given)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain(`"seat_metadata":${kept}}`)
    expect((await list()).text).toContain(`"seat_metadata":${kept}}]`)
  })

  test('metadata of a seed is written as JSONB stores it', async () => {
    const { emulator, list } = await prepareEmulator()
    const metadata = { bb: 1, a: { dd: -0, c: 1e21 }, 1: 'x' }
    emulator.reset({
      organizations: [
        { slug: 'acme', tokens: [{ token: acmeToken }], subscriptions: [{ ref: 'sub', roster: [{ metadata }] }] },
      ],
    })
    const { text } = await list(`subscription_id=${emulator.ref('acme/sub')}`)
    expect(text).toContain(`"seat_metadata":{"1":"x","a":{"c":1${'0'.repeat(21)},"dd":0},"bb":1}}`)
  })

  test.each([
    '{"a":NaN}',
    '{"a":Infinity}',
    '{"a":[{"b":-Infinity}]}',
    '{"a":1e400}',
    '{"a":-1e999}',
    '{"a":"\\ud800"}',
    '{"a":"x\\udfffx"}',
    '{"\\ud83d":1}',
    '{"a":{"b":["\\udc00\\ud800"]}}',
    '{"a":"\\u0000"}',
    `{"a":${'['.repeat(300)}${']'.repeat(300)}}`,
    `{"a":${'{"a":'.repeat(130)}${'['.repeat(130)}${']'.repeat(130)}${'}'.repeat(130)}}`,
    `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    `{"a":${'['.repeat(100_000)}`,
  ])('metadata that makes the real server fail is rejected with a 4xx: %.30s', async (metadata) => {
    const { list, assign } = await prepareEmulator()
    const { status } = await assign(metadata)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect((await list()).text).toContain('"seats":[]')
  })

  test('metadata can be nested a hundred levels deep', async () => {
    const { assign } = await prepareEmulator()
    const deep = `{"a":${'['.repeat(100)}${']'.repeat(100)}}`
    expect((await assign(deep)).text).toContain(deep)
  })

  // The sizes in Python: {"k": ""} has 9 characters, {"a": 1, "k": ""} 17 and {"a": [1, 2], "k": ""} 22.
  test.each([
    ['{"k":"X"}', 1015, 200],
    ['{"k":"X"}', 1016, 422],
    ['{"a":1,"k":"X"}', 1007, 200],
    ['{"a":1,"k":"X"}', 1008, 422],
    ['{"a":[1,2],"k":"X"}', 1002, 200],
    ['{"a":[1,2],"k":"X"}', 1003, 422],
  ])(
    'the size of metadata includes a space after each separator: %s with %i more characters',
    async (shape, size, status) => {
      const { assign } = await prepareEmulator()
      expect((await assign(shape.replace('X', 'x'.repeat(size)))).status).toBe(status)
    },
  )
})
