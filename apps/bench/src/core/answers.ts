import { randomUUID } from 'node:crypto'

/** Returns a source. The end of its id tells `answerTo` the number of seats in its roster. */
export const sourceOf = (size: number) => ({
  subscription_id: `00000000-0000-4000-8000-${String(size).padStart(12, '0')}`,
})

const time = '2026-08-01T10:00:00.000000Z'

/** Returns a seat with its member, as Polar sends it. */
export function seat(index: number, source = sourceOf(0)): object {
  const memberId = randomUUID()
  const email = `person${index}@example.com`
  return {
    created_at: time,
    modified_at: null,
    id: randomUUID(),
    ...source,
    order_id: null,
    status: 'pending',
    customer_id: randomUUID(),
    member_id: memberId,
    member: {
      id: memberId,
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
  seats: Array.from({ length: size }, (_, index) => seat(index, sourceOf(size))),
  available_seats: 1,
  total_seats: size + 1,
})

const rosters = new Map<number, string>()

/** Returns Polar's answer to a request as text: a seat for an assign, and a roster of the source's size for a list. */
export function answerTo(method: string, url: string): string {
  const size = method === 'POST' ? 0 : Number(new URL(url).searchParams.get('subscription_id')?.slice(-12))
  const cachedText = rosters.get(size)
  if (cachedText !== undefined) return cachedText
  const text = JSON.stringify(size === 0 ? seat(1) : roster(size))
  rosters.set(size, text)
  return text
}

/** Runs `work` while the global `fetch` answers at once, without a network. */
export async function withoutNetwork<Result>(work: () => Promise<Result>): Promise<Result> {
  const realFetch = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const { method, url } = input instanceof Request ? input : { method: init?.method ?? 'GET', url: String(input) }
    return new Response(answerTo(method, url), { headers: { 'content-type': 'application/json' } })
  }
  try {
    return await work()
  } finally {
    globalThis.fetch = realFetch
  }
}
