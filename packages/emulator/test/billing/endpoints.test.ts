import { expect, test } from 'vitest'
import { unknownId } from '../support/api.ts'
import { startTestEmulator } from '../support/storages.ts'
import { midSeptember, teamCalls, teamSeed, type Json } from '../support/team.ts'

const path = '/v1/webhooks/endpoints'
const endpointFields = { url: 'https://example.com/', format: 'raw', events: ['customer_seat.assigned'] }

const prepareEmulator = async () => {
  const emulator = await startTestEmulator('in memory', { now: midSeptember, seed: teamSeed() })
  return { emulator, ...teamCalls(emulator) }
}

test("the error about an unknown event lists the kinds of events in Polar's order", async () => {
  const { send } = await prepareEmulator()
  const { body } = await send('POST', path, { ...endpointFields, events: ['no'] })
  const [issue] = body['detail'] as Json[]
  expect(issue?.['msg']).toMatch(
    /^Input should be 'checkout\.created', 'checkout\.updated', 'checkout\.expired', 'customer\.created', .*'benefit_grant\.revoked' or 'organization\.updated'$/,
  )
})

test('organization_id is rejected when a webhook endpoint is created', async () => {
  const { send } = await prepareEmulator()
  const { status, body } = await send('POST', path, { ...endpointFields, organization_id: unknownId })
  expect(status).toBe(422)
  expect(body).toEqual({
    error: 'PolarRequestValidationError',
    detail: [
      {
        type: 'organization_token',
        loc: ['body', 'organization_id'],
        msg: 'Setting organization_id is disallowed when using an organization token.',
        input: unknownId,
      },
    ],
  })
})

test('the list of webhook endpoints can be filtered by organization', async () => {
  const { send } = await prepareEmulator()
  const created = await send('POST', path, endpointFields)
  const countEndpoints = async (id: unknown) =>
    (await send('GET', `${path}?organization_id=${String(id)}`)).body['pagination']
  expect(await countEndpoints(created.body['organization_id'])).toMatchObject({ total_count: 1 })
  expect(await countEndpoints(unknownId)).toMatchObject({ total_count: 0 })
  expect((await send('GET', `${path}?organization_id=x`)).status).toBe(422)
})

test('modified_at of a webhook endpoint changes only if another field changes', async () => {
  const { send } = await prepareEmulator()
  const created = await send('POST', path, endpointFields)
  const endpointPath = `${path}/${String(created.body['id'])}`
  for (const body of [{}, { name: null }, { ...endpointFields, enabled: true }]) {
    expect((await send('PATCH', endpointPath, body)).body).toEqual(created.body)
  }
  expect((await send('PATCH', endpointPath, { name: 'Ours' })).body['modified_at']).not.toBeNull()
})

test('the error about a webhook secret with a wrong length and wrong characters names the length', async () => {
  const { send } = await prepareEmulator()
  const { body } = await send('POST', path, { ...endpointFields, secret: 'a\0b' })
  expect(body['detail']).toMatchObject([{ type: 'string_too_short', loc: ['body', 'secret'] }])
})
