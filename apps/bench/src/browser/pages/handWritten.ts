/**
 * The parts of the hand-written pages that need no framework. Their calls go to a proxy that only adds the access token,
 * and their live events come from the guard.
 */

export interface Seat {
  id: string
  status: string
  email: string | null
  customer_email: string
  member: { name: string | null; email: string } | null
}

interface Roster {
  seats: Seat[]
  available_seats: number
  total_seats: number
}

const subscription_id = window.location.hash.slice(1)
const url = '/proxy/v1/customer-seats'

export const queryKey = ['seats', subscription_id]
export const rowHeight = 57

async function call<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init)
  if (!response.ok) throw new Error(`The server answered with ${response.status}.`)
  return response.json()
}

export const listSeats = () => call<Roster>(`${url}?subscription_id=${subscription_id}`)

export const revokeSeat = (id: string) => call<Seat>(`${url}/${id}`, { method: 'DELETE' })

export const inviteByEmail = (email: string) =>
  call<Seat>(url, {
    method: 'POST',
    body: JSON.stringify({ subscription_id, email }),
    headers: { 'content-type': 'application/json' },
  })

/** Calls `callback` whenever somebody has changed the roster. Returns a function that stops the calls. */
export function onRosterChange(callback: () => void): () => void {
  const events = new EventSource(`/api/seats/v1/customer-seats/events?subscription_id=${subscription_id}`)
  for (const type of ['seat', 'changed', 'recent']) events.addEventListener(type, callback)
  return () => events.close()
}

export const emailOf = (seat: Seat) => seat.member?.email ?? seat.email ?? seat.customer_email

export const nameOf = (seat: Seat) => seat.member?.name ?? emailOf(seat)

export function findSeats(seats: readonly Seat[], search: string): Seat[] {
  const text = search.toLowerCase()
  const isFound = (seat: Seat) => [nameOf(seat), emailOf(seat)].some((part) => part.toLowerCase().includes(text))
  return seats.filter((seat) => seat.status !== 'revoked' && isFound(seat))
}
