import { createSeatsClient, type CustomerSeat, type SeatSource } from '@seats/core'

/** The values that a page under measurement works with. */
export interface BenchPage {
  client: ReturnType<typeof createSeatsClient>
  source: SeatSource
  root: HTMLElement
  /** A row calls this each time it renders. */
  onRender: (seat: CustomerSeat) => void
}

declare global {
  interface Window {
    /** The ids of the rows in the order in which they rendered. A row that rendered twice is in it twice. */
    renderedIds: string[]
  }
}

export function createBenchPage(): BenchPage {
  window.renderedIds = []
  const { hash } = window.location
  return {
    client: createSeatsClient({ baseURL: `${window.location.origin}/api/seats`, retry: false }),
    source: { subscription_id: hash.slice(1) },
    root: document.body.appendChild(document.createElement('div')),
    onRender: ({ id }) => window.renderedIds.push(id),
  }
}

export const textOf = (seat: CustomerSeat): string => `${seat.customer_email} ${seat.status}`
