import { describe, expect, test } from 'vitest'
import { clientWithAnswers, errorOf } from '../../answers.ts'
import { roster, seat, source, uuid } from '../../seats.ts'

const serverTime = Date.parse('2026-08-01T10:00:00Z')
const dayMs = 24 * 60 * 60_000
const dateHeader = (time: number) => ({ date: new Date(time).toUTCString() })

/** Creates a client on a machine whose clock is wrong by `offsetMs`. */
function clientWithWrongClock(offsetMs: number, answer: (request: Request) => Response) {
  let passedMs = 0
  const { client } = clientWithAnswers(answer, {
    accessToken: 'polar_oat_test',
    retry: false,
    now: () => serverTime + offsetMs + passedMs,
  })
  return { client, passTime: (elapsedMs: number) => void (passedMs += elapsedMs) }
}

describe.each([
  ['right', 0],
  ['two days ahead', 2 * dayMs],
  ['a year behind', -365 * dayMs],
])('a client whose machine has a clock that is %s', (_what, offsetMs) => {
  test('has the server’s time after the first answer with a Date', async () => {
    const { client, passTime } = clientWithWrongClock(offsetMs, () =>
      Response.json(roster([]), { headers: dateHeader(serverTime) }),
    )
    expect([client.now(), client.earliestNow()]).toEqual([serverTime + offsetMs, 0])
    await client.listSeats(source)
    passTime(5_000)
    expect([client.now(), client.earliestNow()]).toEqual([serverTime + 5_000, serverTime + 5_000])
  })

  test('takes `earliestNow` from the newest time in the answer to a change', async () => {
    const claimedSeat = seat({ status: 'claimed', claimed_at: new Date(serverTime).toISOString() })
    const { client } = clientWithWrongClock(offsetMs, () => Response.json(claimedSeat))
    await client.assignSeat({ ...source, email: 'ada@example.com', immediate_claim: true })
    expect(client.earliestNow()).toBe(serverTime)
  })

  test('takes `earliestNow` from the expiry of an invitation, which is 24 hours after its creation', async () => {
    const expiresAt = new Date(serverTime + dayMs).toISOString()
    const pendingSeat = seat({ created_at: '2025-01-01T00:00:00Z', invitation_token_expires_at: expiresAt })
    const { client } = clientWithWrongClock(offsetMs, () => Response.json({ ...pendingSeat, modified_at: null }))
    await client.assignSeat({ ...source, email: 'ada@example.com' })
    expect(client.earliestNow()).toBe(serverTime)
  })
})

test('`now` and `earliestNow` also work when they are called without the client', async () => {
  const { client } = clientWithWrongClock(dayMs, () => Response.json(roster([]), { headers: dateHeader(serverTime) }))
  const { now, earliestNow } = client
  await client.listSeats(source)
  expect([now(), earliestNow()]).toEqual([serverTime, serverTime])
})

test('a correct clock keeps its milliseconds, which a Date header lacks', async () => {
  const { client, passTime } = clientWithWrongClock(0, () =>
    Response.json(roster([]), { headers: dateHeader(serverTime) }),
  )
  passTime(678)
  await client.listSeats(source)
  expect(client.earliestNow()).toBe(serverTime + 678)
})

test('the times in a roster are ignored, because they may be old', async () => {
  const { client } = clientWithWrongClock(dayMs, () =>
    Response.json(roster([seat({ claimed_at: new Date(serverTime).toISOString() })])),
  )
  await client.listSeats(source)
  expect(client.earliestNow()).toBe(0)
})

test('an older time in a later answer is ignored', async () => {
  const times = [serverTime, serverTime - 100 * dayMs]
  const { client } = clientWithWrongClock(dayMs, () =>
    Response.json(seat({ created_at: '2020-01-01T00:00:00Z', revoked_at: new Date(times.shift() ?? 0).toISOString() })),
  )
  await client.revokeSeat(uuid())
  await client.revokeSeat(uuid())
  expect(client.earliestNow()).toBe(serverTime)
})

test.each([
  ['a page of a proxy', () => new Response('<html>', { headers: dateHeader(serverTime + 9 * dayMs) })],
  ['a failure', () => new Response('', { status: 503, headers: dateHeader(serverTime + 9 * dayMs) })],
  ['an answer with an invalid Date', () => Response.json(roster([]), { headers: { date: 'tomorrow' } })],
  ['an answer without a Date', () => Response.json(roster([]))],
])('%s is ignored', async (_what, answer) => {
  const { client } = clientWithWrongClock(dayMs, answer)
  await client.listSeats(source).catch(() => {})
  expect([client.now(), client.earliestNow()]).toEqual([serverTime + dayMs, 0])
})

test('the answer to a failed change is ignored', async () => {
  const { client } = clientWithWrongClock(dayMs, () => new Response('', { status: 400 }))
  await errorOf(client.revokeSeat(uuid()))
  expect(client.earliestNow()).toBe(0)
})
