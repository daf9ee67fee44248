import { expect, test } from 'vitest'
import { withOccupant, startGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'

test('an unknown path is answered with 404, and an unknown method with 405', async () => {
  const { send, emulator, handler } = await startGuard()
  const id = emulator.ref('acme/bob')
  for (const path of [
    '',
    '/',
    '/v1',
    '/v1/customers',
    `${seats}/${id}/revoke`,
    `/v1/customer-portal/seats`,
    `${seats}//${id}`,
    `${seats}/claim//`,
    `${seats}//`,
    `${seats}/claim/a%2Fb`,
  ]) {
    expect([path, (await send('GET', path)).status]).toEqual([path, 404])
  }
  for (const [method, path] of [
    ['PUT', seats],
    ['HEAD', seats],
    ['OPTIONS', seats],
    ['GET', `${seats}/${id}`],
    ['POST', `${seats}/${id}`],
    ['DELETE', `${seats}/claim`],
    ['GET', `${seats}/claim`],
    ['constructor', seats],
  ] as const) {
    expect([method, path, (await send(method, path)).status]).toEqual([method, path, 405])
  }
  expect((await handler(new Request(`https://app.example.com/other${seats}`))).status).toBe(404)
  expect((await handler(new Request(`https://app.example.com/api/seatsX${seats}`))).status).toBe(404)
})

test('a slash at the end of the path is ignored', async () => {
  const { send, emulator } = await startGuard()
  const query = `?subscription_id=${emulator.ref('acme/sub')}`
  const body = { subscription_id: emulator.ref('acme/sub'), email: 'ada@example.com' }
  expect((await send('GET', `${seats}/${query}`)).status).toBe(200)
  expect((await send('POST', `${seats}/`, { body })).status).toBe(200)
  expect((await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend/`)).status).toBe(200)
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}/`, withOccupant('bob'))).status).toBe(200)
  expect((await send('POST', `${seats}/claim/`, { body: { invitation_token: 'x'.repeat(43) } })).status).toBe(400)
  expect((await send('GET', `${seats}/claim/${'x'.repeat(43)}/`)).status).toBe(404)
  expect((await send('PUT', `${seats}/`)).status).toBe(405)
  const events = await send('GET', `${seats}/events/${query}`)
  expect(events.status).toBe(200)
  await events.body?.cancel()
})
