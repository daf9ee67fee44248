import { randomUUID } from 'node:crypto'

export interface SeatEvent {
  id: string
  key: string
  payload: Record<string, unknown>
}

type Listener = (event: SeatEvent) => void

/** What the claim stream is fed from: one channel for each customer. */
export class SeatEvents {
  readonly #listeners = new Map<string, Set<Listener>>()

  /** Later than what it is called in, as from the real server's queue: by then a transaction has been committed. */
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
