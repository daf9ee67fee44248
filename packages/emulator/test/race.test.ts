import { describe, expect, test } from 'vitest'
import { apiCalls, unknownId } from './support/api.ts'
import { startTestEmulator, storages } from './support/storages.ts'

const seatWithoutOccupant = {
  status: 'claimed',
  customer_id: null,
  member_id: null,
  member: null,
  email: null,
  customer_email: null,
}

describe.each(storages)('a claimed seat without an occupant, with data %s', (storage) => {
  const prepareEmulator = async () => {
    const emulator = await startTestEmulator(storage)
    const api = apiCalls(emulator)
    const prepareRace = async (id: string) => {
      const response = await emulator.fetch(`${emulator.url}/_emulator/seats/${id}/race`, { method: 'POST' })
      return { status: response.status, body: await response.json() }
    }
    const invite = async (email: string) => {
      const { id } = (await api.assign({ email })).body
      return { id, token: api.invitationToken(email) }
    }
    return { emulator, prepareRace, invite, ...api }
  }

  test('results from a claim and a revoke that overlap, in either order of their answers', async () => {
    for (const isClaimFirst of [true, false]) {
      const { prepareRace, invite, claim, revoke, list } = await prepareEmulator()
      const { id, token } = await invite('bob@example.com')
      expect(await prepareRace(id)).toEqual({ status: 200, body: { id } })
      const calls = [() => claim(token), () => revoke(id)]
      const answers = []
      for (const call of isClaimFirst ? calls : calls.toReversed()) answers.push(await call())
      const [claimed, revoked] = isClaimFirst ? answers : answers.toReversed()
      expect(claimed).toMatchObject({ status: 200, body: { seat: { status: 'claimed', email: 'bob@example.com' } } })
      expect(revoked).toMatchObject({ status: 200, body: { status: 'revoked', customer_email: 'bob@example.com' } })
      const { seats, available_seats } = (await list()).body
      expect(seats).toMatchObject([
        { id, ...seatWithoutOccupant, claimed_at: expect.any(String), revoked_at: expect.any(String) },
      ])
      expect(available_seats).toBe(9)
      expect((await claim(token)).status).toBe(400)
    }
  })

  test('results from simultaneous calls', async () => {
    const { prepareRace, invite, claim, revoke, list } = await prepareEmulator()
    const { id, token } = await invite('bob@example.com')
    await prepareRace(id)
    await Promise.all([claim(token), revoke(id)])
    expect((await list()).body.seats).toMatchObject([seatWithoutOccupant])
  })

  test('keeps its state until it is revoked', async () => {
    const { prepareRace, invite, claim, revoke, resend, list, assign } = await prepareEmulator()
    const { id, token } = await invite('bob@example.com')
    await prepareRace(id)
    await claim(token)
    await revoke(id)
    expect(await resend(id)).toMatchObject({ status: 400, body: { error: 'SeatNotPending' } })
    expect(await revoke(id)).toMatchObject({ status: 200, body: { status: 'revoked', customer_email: null } })
    expect((await list()).body.available_seats).toBe(10)
    expect((await assign({ email: 'bob@example.com' })).body.id).toBe(id)
  })

  test('does not result if the seat has a new occupant before the claim ends', async () => {
    const { prepareRace, invite, claim, revoke, list } = await prepareEmulator()
    const bob = await invite('bob@example.com')
    await prepareRace(bob.id)
    await revoke(bob.id)
    const eve = await invite('eve@example.com')
    expect(eve.id).toBe(bob.id)
    expect((await claim(bob.token)).status).toBe(400)
    expect((await claim(eve.token)).status).toBe(200)
    expect((await revoke(eve.id)).status).toBe(200)
    expect((await list()).body.seats).toMatchObject([{ status: 'revoked' }])
  })

  test('can be prepared only for a pending seat', async () => {
    const { prepareRace, invite, claim } = await prepareEmulator()
    const { id, token } = await invite('bob@example.com')
    expect((await prepareRace(unknownId)).status).toBe(404)
    await claim(token)
    expect(await prepareRace(id)).toMatchObject({ status: 422, body: { problems: [{ path: 'id' }] } })
  })

  test('results from calls that both send their webhooks', async () => {
    const { emulator, prepareRace, invite, claim, revoke } = await prepareEmulator()
    emulator.reset({
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          subscriptions: [{ ref: 'sub' }],
          webhooks: [{ url: 'http://127.0.0.1:9/hooks' }],
        },
      ],
    })
    const { id, token } = await invite('bob@example.com')
    await prepareRace(id)
    await revoke(id)
    await claim(token)
    expect(emulator.deliveries().map(({ type }) => type)).toEqual([
      'customer_seat.assigned',
      'customer_seat.revoked',
      'customer_seat.claimed',
    ])
  })

  test('can be part of the roster of a seed', async () => {
    const { emulator, list, revoke } = await prepareEmulator()
    const seedWith = (row: object) => ({
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          subscriptions: [{ ref: 'sub', seats: 3, roster: [row] }],
        },
      ],
    })
    emulator.reset(seedWith({ ref: 'ghost', status: 'claimed', nobody: true, metadata: { a: 1 } }))
    const { seats, available_seats } = (await list()).body
    expect(seats).toMatchObject([{ id: emulator.ref('acme/ghost'), ...seatWithoutOccupant, seat_metadata: { a: 1 } }])
    expect(available_seats).toBe(2)
    expect((await revoke(emulator.ref('acme/ghost'))).status).toBe(200)
    expect((await list()).body.available_seats).toBe(3)
    for (const row of [
      { nobody: true },
      { status: 'revoked', nobody: true },
      { status: 'claimed', nobody: true, email: 'a@b.co' },
    ]) {
      expect(() => emulator.reset(seedWith(row))).toThrow('organizations.0.subscriptions.0.roster.0.nobody')
    }
    emulator.reset(seedWith({ status: 'claimed', nobody: false, email: 'bob@example.com' }))
    expect((await list()).body.seats).toMatchObject([{ email: 'bob@example.com' }])
  })
})
