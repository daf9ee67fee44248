import { randomUUID } from 'node:crypto'

export interface SeatEvent {
  id: string
  key: string
  payload: Record<string, unknown>
}

type Listener = (event: SeatEvent) => void

/** Passes events to the streams of claim pages, over one channel for each customer. */
export class SeatEvents {
  readonly #listeners = new Map<string, Set<Listener>>()

  /**
   * Calls the listeners of a customer in a later task, when the transaction has ended. The real server has a queue for
   * this.
   */
  publish(customerId: string, key: string, payload: Record<string, unknown>): void {
    setImmediate(() => {
      const event = { id: randomUUID(), key, payload }
      for (const listener of this.#listeners.get(customerId) ?? []) listener(event)
    })
  }

  /** Calls `listener` for each event of a customer. Returns a function that ends this. */
  subscribe(customerId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(customerId) ?? new Set()
    this.#listeners.set(customerId, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(customerId)
    }
  }
}
