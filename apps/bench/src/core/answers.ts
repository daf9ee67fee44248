import { randomUUID } from 'node:crypto'

export const source = { subscription_id: randomUUID() }
const time = '2026-08-01T10:00:00.000000Z'

/** Returns a seat with its member, as Polar sends it. */
export function seat(index: number): object {
  const id = randomUUID()
  const email = `person${index}@example.com`
  return {
    created_at: time,
    modified_at: null,
    id: randomUUID(),
    ...source,
    order_id: null,
    status: 'pending',
    customer_id: randomUUID(),
    member_id: id,
    member: {
      id,
      created_at: time,
      modified_at: null,
      customer_id: randomUUID(),
      email,
      name: `Person ${index}`,
      external_id: `usr_${index}`,
      role: 'member',
    },
    email,
    customer_email: email,
    invitation_token_expires_at: time,
    claimed_at: null,
    revoked_at: null,
    seat_metadata: { team: 'research' },
  }
}

export const roster = (size: number): object => ({
  seats: Array.from({ length: size }, (_, index) => seat(index)),
  available_seats: 1,
  total_seats: size + 1,
})

/** Replaces the global `fetch`: every call is answered at once with this body. */
export function answerWith(body: object): void {
  const text = JSON.stringify(body)
  globalThis.fetch = async () => new Response(text, { headers: { 'content-type': 'application/json' } })
}
