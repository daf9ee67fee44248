import { createSeatsClient, type CustomerSeat, type SeatsClient, type SeatSource } from '@seats/core'
import { expect, test } from 'vitest'
import { unmountAfterTest, watchConsole } from '../page.ts'

/** A page with one `<li>` for each seat. The `<li>` shows the status, and a button that revokes the seat. */
export interface RowsPage {
  client: SeatsClient
  source: SeatSource
  /** Called for each render of a row. */
  onRender: (seat: CustomerSeat) => void
}

const seatCount = 10_000
/** A page of 10,000 rows takes long on a busy machine. */
const slowMachine = { timeout: 60_000 }
const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }

/** Tests how many rows of a long list are rendered again. */
export function rowsStories(mount: (page: RowsPage) => { element: HTMLElement; unmount: () => void }): void {
  watchConsole()

  test('an event and a revoke each render one row of 10,000', async () => {
    const seats = Array.from({ length: seatCount }, (_, index) => seatOf(index))
    const { client, sendEvent } = createGuard(seats)
    const rendered: string[] = []
    const { element } = unmountAfterTest(mount({ client, source, onRender: ({ id }) => rendered.push(id) }))
    const row = (index: number) => element.children[index]
    await expect.poll(() => rendered.length, slowMachine).toBe(seatCount)

    rendered.length = 0
    await sendEvent({ ...seatOf(7), status: 'claimed', modified_at: '2026-08-02T10:00:00.000000Z' })
    await expect.poll(() => row(7)?.textContent, slowMachine).toContain('claimed 2026-08-02')
    expect(rendered).toEqual([seatOf(7).id])

    rendered.length = 0
    row(9_000)?.querySelector('button')?.click()
    await expect.poll(() => row(9_000)?.textContent, slowMachine).toContain('revoked 2026-08-03')
    // The row is rendered before the answer and again after it, or only once if the answer is quick.
    expect(new Set(rendered)).toEqual(new Set([seatOf(9_000).id]))
  }, 180_000)
}

const seatOf = (index: number): CustomerSeat => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  created_at: '2026-08-01T10:00:00.000000Z',
  modified_at: null,
  ...source,
  order_id: null,
  status: 'pending',
  customer_id: null,
  member_id: null,
  member: null,
  email: `person${index}@example.com`,
  customer_email: `person${index}@example.com`,
  invitation_token_expires_at: null,
  claimed_at: null,
  revoked_at: null,
  seat_metadata: null,
})

/** Creates a guard in the page itself, because 10,000 rows over HTTP would only take longer. */
function createGuard(seats: CustomerSeat[]) {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const write = (text: string) => writer.write(new TextEncoder().encode(text))
  const answer = async (request: Request) => {
    if (request.url.includes('/events')) {
      void write(': open\n\n')
      return new Response(readable, { headers: { 'content-type': 'text/event-stream' } })
    }
    if (request.method === 'GET') return Response.json({ seats, available_seats: 0, total_seats: seatCount })
    const seat = seats.find(({ id }) => request.url.includes(id))
    const revoked = { status: 'revoked', email: null, revoked_at: '2026-08-03T10:00:00.000000Z' }
    return Response.json({ ...seat, ...revoked, modified_at: '2026-08-03T10:00:00.000000Z' })
  }
  return {
    client: createSeatsClient({ baseURL: '/api/seats', fetch: answer }),
    sendEvent: (seat: CustomerSeat) => write(`event: seat\ndata: ${JSON.stringify(seat)}\n\n`),
  }
}
