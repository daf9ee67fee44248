import { PageLeft, shuttingDown, tooMany } from '../http/refusals.ts'

/** One user's streams in one process: enough for all their tabs, too few to fill its memory. */
const perOwner = 100

export interface StreamSlot {
  /** Aborts, with what it is to be answered, when the handler is closed or the page has left. */
  readonly signal: AbortSignal
  release(): void
}

/** The streams that a handler has open. */
export interface StreamSlots {
  /** @throws Refusal with status 429 where the owner has too many, 503 once closed */
  take(owner: string, request: Request): StreamSlot
  close(): void
}

export function createStreamSlots(): StreamSlots {
  const owners = new Map<string, Set<AbortController>>()
  let closed = false
  return {
    take(owner, request) {
      if (closed) throw shuttingDown()
      const taken = owners.get(owner) ?? new Set()
      if (taken.size >= perOwner) throw tooMany(60)
      const controller = new AbortController()
      owners.set(owner, taken.add(controller))
      // Not every server cancels the body when the page leaves, and not every one has a signal.
      const leave = () => controller.abort(new PageLeft())
      request.signal?.addEventListener('abort', leave)
      if (request.signal?.aborted) leave()
      return {
        signal: controller.signal,
        release() {
          request.signal?.removeEventListener('abort', leave)
          taken.delete(controller)
          if (taken.size === 0 && owners.get(owner) === taken) owners.delete(owner)
        },
      }
    },
    close() {
      closed = true
      for (const taken of owners.values()) for (const controller of taken) controller.abort(shuttingDown())
    },
  }
}
