import { describe, expect, test } from 'vitest'
import { apiCalls, type Seat } from './support/api.ts'
import { startTestEmulator, storages } from './support/storages.ts'

/** Enough seats for two statements of `runForAll` with many rows, and for some with a single row. */
const seatCount = 123

describe.each(storages)('the lapse of a team, with data %s', (storage) => {
  const prepareEmulator = async () => {
    const roster = Array.from({ length: seatCount }, (_, index) => ({
      ref: `seat${index}`,
      email: `person${index}@example.com`,
      status: index % 2 ? ('claimed' as const) : ('pending' as const),
    }))
    const emulator = await startTestEmulator(storage, {
      seed: {
        organizations: [
          {
            slug: 'acme',
            tokens: [{ token: 'polar_oat_acme' }],
            products: [{ ref: 'team' }],
            customers: [{ ref: 'jane', email: 'jane@example.com' }],
            subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: seatCount + 1, roster }],
          },
        ],
      },
      webhooks: [{ handler: () => new Response() }],
    })
    emulator.deliveries.hold()
    const listSeats = async (): Promise<Seat[]> => (await apiCalls(emulator).list()).body.seats
    const revokedInWebhooks = () =>
      emulator
        .deliveries()
        .filter(({ type }) => type === 'customer_seat.revoked')
        .map(({ body }) => JSON.parse(body).data as Seat)
    return { emulator, listSeats, revokedInWebhooks }
  }

  test('revokes each seat once, and each webhook still shows the member', async () => {
    const { emulator, listSeats, revokedInWebhooks } = await prepareEmulator()
    const before = new Map((await listSeats()).map((seat) => [seat.id, seat]))
    emulator.lifecycle('acme/sub', 'payment_failed')
    const after = await listSeats()
    expect(after).toHaveLength(seatCount)
    const nobody = { customer_id: null, member_id: null, member: null, email: null, customer_email: null }
    for (const seat of after) {
      const { id, created_at, claimed_at, invitation_token_expires_at } = before.get(seat.id) ?? seat
      expect(seat).toMatchObject({ id, created_at, claimed_at, invitation_token_expires_at, ...nobody })
      expect(seat.status).toBe('revoked')
      expect(seat.modified_at).toBe(seat.revoked_at)
    }
    const sentSeats = revokedInWebhooks()
    expect(new Set(sentSeats.map(({ id }) => id))).toEqual(new Set(before.keys()))
    for (const { id, status, email, member, customer_email } of sentSeats) {
      const expected = before.get(id)
      expect({ status, email, member, customer_email }).toEqual({
        status: 'revoked',
        email: null,
        member: expected?.member,
        customer_email: expected?.customer_email,
      })
    }
    expect((await apiCalls(emulator).list()).body.available_seats).toBe(seatCount + 1)
  })

  test('results in a claimed seat without an occupant if a claim overlaps the lapse', async () => {
    const { emulator, listSeats, revokedInWebhooks } = await prepareEmulator()
    const id = emulator.ref('acme/seat0')
    await emulator.fetch(`${emulator.url}/_emulator/seats/${id}/race`, { method: 'POST' })
    await apiCalls(emulator).claim(apiCalls(emulator).invitationToken('person0@example.com'))
    emulator.lifecycle('acme/sub', 'payment_failed')
    const after = await listSeats()
    expect(after.find((seat) => seat.id === id)).toMatchObject({ status: 'claimed', member_id: null, email: null })
    expect(after.filter(({ status }) => status === 'revoked')).toHaveLength(seatCount - 1)
    expect(revokedInWebhooks()).toHaveLength(seatCount)
  })
})
