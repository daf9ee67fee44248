import { describe, expect, test } from 'vitest'
import { apiCalls } from './support/api.ts'
import { seed } from './support/seeds.ts'
import { startTestEmulator, storages } from './support/storages.ts'

describe.each(storages)('the record of calls, with data %s', (storage) => {
  test('contains the status of each response, and no tokens', async () => {
    const emulator = await startTestEmulator(storage, { seed, now: '2030-01-01T00:00:00Z' })
    const { assign, list, claim, claimInfo, invitationToken, call } = apiCalls(emulator)
    await assign({ email: 'bob@example.com' })
    await list(undefined, { token: 'polar_oat_wrong' })
    const token = invitationToken('bob@example.com')
    await claimInfo(token)
    await claim(token)
    await call('GET', `/v1/customer-seats/claim/${token}/stream`)
    await call('GET', '/v1/polar_cst_secret?token=polar_oat_acme')
    emulator.inject({ times: 1, fault: { kind: 'drop_after' } })
    await list().catch(() => {})

    const requests = emulator.requests()
    expect(requests.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['POST', '/v1/customer-seats', 200],
      ['GET', '/v1/customer-seats', 401],
      ['GET', '/v1/customer-seats/claim/{invitation_token}', 200],
      ['POST', '/v1/customer-seats/claim', 200],
      ['GET', '/v1/customer-seats/claim/{invitation_token}/stream', 404],
      ['GET', '/v1/{token}', 404],
      ['GET', '/v1/customer-seats', null],
    ])
    for (const { when } of requests) expect(when).toMatch(/^2030-01-01T00:00:\d\d\.\d{6}Z$/)
    expect(JSON.stringify(requests)).not.toContain('polar_')
    expect(JSON.stringify(requests)).not.toContain(token)

    const response = await emulator.fetch(`${emulator.url}/_emulator/requests`)
    expect(await response.json()).toEqual({ requests })
    emulator.reset()
    expect(emulator.requests()).toEqual([])
  })

  test('contains the latest 10,000 calls', async () => {
    const emulator = await startTestEmulator(storage)
    for (let index = 0; index < 10_001; index++) await emulator.fetch(`${emulator.url}/${index}`)
    const requests = emulator.requests()
    expect([requests.length, requests[0]?.path, requests.at(-1)?.path]).toEqual([10_000, '/1', '/10000'])
  })
})

describe('a session from `emulator.session`', () => {
  const prepareEmulator = async () => {
    const emulator = await startTestEmulator('in memory', { seed })
    const { call } = apiCalls(emulator)
    const source = (ref: string) => `subscription_id=${emulator.ref(ref)}`
    const portal = (token: string, ref = 'acme/sub') =>
      call('GET', `/v1/customer-portal/seats?${source(ref)}`, { token })
    const assign = (token: string) =>
      call('POST', '/v1/customer-portal/seats', {
        token,
        body: { subscription_id: emulator.ref('acme/sub'), email: 'new@example.com' },
      })
    return { emulator, portal, assign }
  }

  test('belongs to the owner, or to the member with the given ref', async () => {
    const { emulator, portal, assign } = await prepareEmulator()
    const owner = emulator.session('acme/jane')
    expect(owner).toMatch(/^polar_mst_/)
    expect((await portal(owner)).status).toBe(200)
    expect((await portal(owner, 'acme/zoesub')).status).toBe(404)
    expect((await assign(owner)).status).toBe(200)
    for (const member of ['acme/alice', 'alice']) {
      const token = emulator.session('acme/jane', { member })
      expect((await portal(token)).status).toBe(200)
      expect((await assign(token)).status).toBe(403)
    }
    emulator.advance(3601)
    expect((await portal(owner)).status).toBe(401)
  })

  test('without the member model, belongs to the customer', async () => {
    const { emulator, portal } = await prepareEmulator()
    const token = emulator.session('legacy/max')
    expect(token).toMatch(/^polar_cst_/)
    expect((await portal(token, 'legacy/sub')).status).toBe(200)
  })

  test('cannot be created for an unknown ref', async () => {
    const { emulator } = await prepareEmulator()
    expect(() => emulator.session('acme/nobody')).toThrow("no ref 'acme/nobody'")
    expect(() => emulator.session('acme/sub')).toThrow('There is no customer')
    expect(() => emulator.session('acme/jane', { member: 'nobody' })).toThrow("no ref 'acme/nobody'")
    expect(() => emulator.session('acme/zoe', { member: 'alice' })).toThrow("The customer has no member 'acme/alice'")
    expect(() => emulator.session('acme/sub')).toThrow("There is no customer 'acme/sub'")
  })
})
