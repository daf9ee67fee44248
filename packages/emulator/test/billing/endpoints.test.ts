import { expect, test } from 'vitest'
import { nobody } from '../support/api.ts'
import { start } from '../support/storages.ts'
import { inSeptember, teamOf, teamSeed, type Json } from '../support/team.ts'

const path = '/v1/webhooks/endpoints'
const fields = { url: 'https://example.com/', format: 'raw', events: ['customer_seat.assigned'] }

const prepare = async () => {
  const emulator = await start('in memory', { now: inSeptember, seed: teamSeed() })
  return { emulator, ...teamOf(emulator) }
}

test("the kinds of events are listed in Polar's order", async () => {
  const { send } = await prepare()
  const { body } = await send('POST', path, { ...fields, events: ['no'] })
  const [issue] = body['detail'] as Json[]
  expect(issue?.['msg']).toMatch(
    /^Input should be 'checkout\.created', 'checkout\.updated', 'checkout\.expired', 'customer\.created', .*'benefit_grant\.revoked' or 'organization\.updated'$/,
  )
})

test('organization_id is refused when an endpoint is created', async () => {
  const { send } = await prepare()
  const { status, body } = await send('POST', path, { ...fields, organization_id: nobody })
  expect(status).toBe(422)
  expect(body).toEqual({
    error: 'PolarRequestValidationError',
    detail: [
      {
        type: 'organization_token',
        loc: ['body', 'organization_id'],
        msg: 'Setting organization_id is disallowed when using an organization token.',
        input: nobody,
      },
    ],
  })
})

test('the list can be filtered by organization', async () => {
  const { send } = await prepare()
  const created = await send('POST', path, fields)
  const total = async (id: unknown) => (await send('GET', `${path}?organization_id=${String(id)}`)).body['pagination']
  expect(await total(created.body['organization_id'])).toMatchObject({ total_count: 1 })
  expect(await total(nobody)).toMatchObject({ total_count: 0 })
  expect((await send('GET', `${path}?organization_id=x`)).status).toBe(422)
})

test('modified_at changes only when the endpoint changes', async () => {
  const { send } = await prepare()
  const created = await send('POST', path, fields)
  const one = `${path}/${String(created.body['id'])}`
  for (const body of [{}, { name: null }, { ...fields, enabled: true }]) {
    expect((await send('PATCH', one, body)).body).toEqual(created.body)
  }
  expect((await send('PATCH', one, { name: 'Ours' })).body['modified_at']).not.toBeNull()
})

test('the length of a secret is checked before its characters', async () => {
  const { send } = await prepare()
  const { body } = await send('POST', path, { ...fields, secret: 'a\0b' })
  expect(body['detail']).toMatchObject([{ type: 'string_too_short', loc: ['body', 'secret'] }])
})
