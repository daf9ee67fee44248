import { randomUUID } from 'node:crypto'

export interface SeatEvent {
  id: string
  key: string
  payload: Record<string, unknown>
}

type Listener = (event: SeatEvent) => void

/** Passes events to claim streams, over one channel for each customer. */
export class SeatEvents {
  readonly #listeners = new Map<string, Set<Listener>>()

  /**
   * Calls the subscribers in a later task, after the transaction was committed. The real server has a queue for this.
   */
  publish(customerId: string, key: string, payload: Record<string, unknown>): void {
    setImmediate(() => {
      const event = { id: randomUUID(), key, payload }
      for (const listener of this.#listeners.get(customerId) ?? []) listener(event)
    })
  }

  subscribe(customerId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(customerId) ?? new Set()
    this.#listeners.set(customerId, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(customerId)
    }
  }
}
