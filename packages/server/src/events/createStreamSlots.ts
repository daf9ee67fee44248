import { SeatsError } from '@seats/core'
import { tooMany } from '../handler/refusals.ts'

/** One user's streams in one process: enough for all their tabs, too few to fill its memory. */
const perOwner = 100

export interface StreamSlot {
  /** Aborts when the handler is closed. */
  readonly signal: AbortSignal
  release(): void
}

/** The streams that a handler has open. */
export interface StreamSlots {
  /** @throws SeatsError with status 429 where the owner has too many, 503 once closed */
  take(owner: string): StreamSlot
  close(): void
}

export function createStreamSlots(): StreamSlots {
  const owners = new Map<string, Set<AbortController>>()
  let closed = false
  return {
    take(owner) {
      if (closed) throw new SeatsError({ code: 'ServerError', status: 503, detail: 'This server is shutting down.' })
      const taken = owners.get(owner) ?? new Set()
      if (taken.size >= perOwner) throw tooMany(60)
      const controller = new AbortController()
      owners.set(owner, taken.add(controller))
      return {
        signal: controller.signal,
        release() {
          taken.delete(controller)
          if (taken.size === 0 && owners.get(owner) === taken) owners.delete(owner)
        },
      }
    },
    close() {
      closed = true
      for (const taken of owners.values()) for (const controller of taken) controller.abort()
    },
  }
}
