import { createSeatsClient, type CustomerSeat, type SeatSource } from '@seats/core'

/** What a page tells the bench, and is told by it. */
export interface BenchPage {
  client: ReturnType<typeof createSeatsClient>
  source: SeatSource
  root: HTMLElement
  /** Called for each drawing of a row. */
  onDraw: (seat: CustomerSeat) => void
}

declare global {
  interface Window {
    /** The rows drawn, one entry for each time. */
    drawn: string[]
  }
}

export function benchPage(): BenchPage {
  window.drawn = []
  const { hash } = window.location
  return {
    client: createSeatsClient({ baseURL: `${window.location.origin}/api/seats`, retry: false }),
    source: { subscription_id: hash.slice(1) },
    root: document.body.appendChild(document.createElement('div')),
    onDraw: ({ id }) => window.drawn.push(id),
  }
}

export const textOf = (seat: CustomerSeat): string => `${seat.customer_email} ${seat.status}`
