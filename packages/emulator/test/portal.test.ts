import { describe, expect, test } from 'vitest'
import { apiCalls, unknownId } from './support/api.ts'
import { seed } from './support/seeds.ts'
import { startTestEmulator, storages } from './support/storages.ts'

const path = '/v1/customer-portal/seats'

describe.each(storages)('the portal, with data %s', (storage) => {
  const prepareEmulator = async () => {
    const emulator = await startTestEmulator(storage, { seed })
    const api = apiCalls(emulator)
    const tokenOf = async (body: object, token = 'polar_oat_acme') => (await api.session(body, { token })).body.token
    return { emulator, ref: emulator.ref, ...api, tokenOf }
  }

  test('owners and billing managers may change seats, and members may only read', async () => {
    const { ref, call, tokenOf } = await prepareEmulator()
    const bill = await tokenOf({ customer_id: ref('acme/jane'), external_member_id: 'usr_bill' })
    const alice = await tokenOf({ external_customer_id: 'cus_jane', member_id: ref('acme/alice') })
    const otherOwner = await tokenOf({ customer_id: ref('acme/zoe') })
    const body = { subscription_id: ref('acme/sub'), email: 'bob@example.com' }

    const seat = await call('POST', path, { token: bill, body })
    expect(seat.status).toBe(200)
    expect((await call('POST', `${path}/${seat.body.id}/resend`, { token: bill })).body).toEqual(seat.body)
    expect((await call('GET', `${path}?subscription_id=${ref('acme/sub')}`, { token: alice })).body.seats).toEqual([
      seat.body,
    ])
    for (const refused of [
      await call('POST', path, { token: alice, body }),
      await call('POST', `${path}/${seat.body.id}/resend`, { token: alice }),
      await call('DELETE', `${path}/${seat.body.id}`, { token: alice }),
    ]) {
      expect(refused.status).toBe(403)
      expect(refused.body).toEqual({
        error: 'NotPermitted',
        detail: 'Only owners and billing managers can access billing features.',
      })
    }
    expect(await call('DELETE', `${path}/${seat.body.id}`, { token: otherOwner })).toMatchObject({
      status: 404,
      body: { detail: 'Seat not found' },
    })
    expect((await call('GET', `${path}?subscription_id=${ref('acme/sub')}`, { token: otherOwner })).status).toBe(404)
    expect((await call('DELETE', `${path}/${seat.body.id}`, { token: bill })).body.status).toBe('revoked')
  })

  test('a checkout id finds the subscription or the order that it created', async () => {
    const { ref, call, tokenOf } = await prepareEmulator()
    const token = await tokenOf({ customer_id: ref('acme/jane'), member_id: ref('acme/bill') })
    const assign = (checkout_id: string) =>
      call('POST', path, { token, body: { checkout_id, email: 'bob@example.com' } })
    expect((await assign('5d6c1a2b-8f0a-4c39-9d6c-3f2f6f0e5e6f')).body).toMatchObject({
      subscription_id: ref('acme/sub'),
    })
    expect((await assign('6e6c1a2b-8f0a-4c39-9d6c-3f2f6f0e5e6f')).body).toMatchObject({ order_id: ref('acme/ord') })
    expect((await assign(unknownId)).body.detail).toBe('No subscription or order found for this checkout')
  })

  test('a session is rejected by the organization API, and an access token by the portal', async () => {
    const { ref, call, list, tokenOf } = await prepareEmulator()
    const token = await tokenOf({ customer_id: ref('acme/zoe') })
    expect(await list(undefined, { token })).toMatchObject({ status: 401, body: { error: 'Unauthorized' } })
    expect((await call('GET', `${path}?subscription_id=${ref('acme/sub')}`)).status).toBe(401)
    expect((await call('GET', path, { token: 'polar_cst_wrong' })).body.error).toBe('invalid_token')
  })

  test('a session ends after an hour', async () => {
    const { emulator, ref, call, tokenOf } = await prepareEmulator()
    const token = await tokenOf({ customer_id: ref('acme/zoe') })
    const list = () => call('GET', `${path}?subscription_id=${ref('acme/zoesub')}`, { token })
    emulator.advance(3590)
    expect((await list()).status).toBe(200)
    emulator.advance(11)
    expect(await list()).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
  })

  test('a session belongs to a member with the member model, and to a customer without it', async () => {
    const { emulator, ref, session } = await prepareEmulator()
    const zoe = await session({ external_customer_id: 'cus_zoe', return_url: 'https://app.example.com' })
    expect(zoe.status).toBe(201)
    expect(zoe.body).toMatchObject({
      customer_id: ref('acme/zoe'),
      return_url: 'https://app.example.com/',
      customer: { type: 'individual', email: 'zoe@example.com' },
    })
    expect(zoe.body.token).toMatch(/^polar_mst_/)
    expect(zoe.body.customer_portal_url).toBe(
      `${emulator.url}/acme/portal?customer_session_token=${zoe.body.token}&email=zoe%40example.com`,
    )
    const max = await session({ customer_id: ref('legacy/max') }, { token: 'polar_oat_legacy' })
    expect(max.body.token).toMatch(/^polar_cst_/)
  })

  test.each([
    ['an unknown customer', { customer_id: unknownId }, 'customer_id', 'Customer does not exist.'],
    [
      'a customer of another organization',
      { external_customer_id: 'cus_max' },
      'external_customer_id',
      'Customer does not exist.',
    ],
    [
      'an unknown member',
      { external_customer_id: 'cus_jane', external_member_id: 'x' },
      'external_member_id',
      'Member does not exist for this customer.',
    ],
    [
      'a team without a member',
      { external_customer_id: 'cus_jane' },
      'member_id',
      'member_id is required for team customers.',
    ],
  ])('a session is refused for %s', async (_what, body, field, msg) => {
    const { session } = await prepareEmulator()
    const answer = await session(body)
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      error: 'PolarRequestValidationError',
      detail: [{ type: 'value_error', loc: ['body', field], msg }],
    })
  })
})
