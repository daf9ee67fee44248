import { PageLeft, shuttingDown, tooMany } from '../http/refusals.ts'

/**
 * The most streams of one owner: enough for all tabs of a user, but few enough to not fill the memory of the process.
 */
const maxStreamsPerOwner = 100

/** The time after which a page that has too many streams may try again. */
const retryAfterSeconds = 60

/** One open stream of an owner. */
export interface StreamSlot {
  /**
   * Aborts when the handler is closed or the page closes the connection. The reason of the abort is the refusal to
   * answer with.
   */
  readonly signal: AbortSignal
  /** Frees the slot, so that the owner can open another stream. */
  release(): void
}

/** All streams that a handler has open. */
export interface StreamSlots {
  /**
   * Takes a slot for a stream.
   *
   * @param owner The key of the user or the IP address that the stream counts for.
   * @throws Refusal with status 429 if the owner has too many streams, 503 if the handler is closed.
   */
  take(owner: string, request: Request): StreamSlot
  /** Ends all streams and refuses new ones. */
  close(): void
}

/** Creates the slots of a handler. */
export function createStreamSlots(): StreamSlots {
  const controllersByOwner = new Map<string, Set<AbortController>>()
  let isClosed = false
  return {
    take(owner, request) {
      if (isClosed) throw shuttingDown()
      const controllers = controllersByOwner.get(owner) ?? new Set()
      if (controllers.size >= maxStreamsPerOwner) throw tooMany(retryAfterSeconds)
      const controller = new AbortController()
      controllersByOwner.set(owner, controllers.add(controller))
      // The request's signal is needed too, because some servers do not cancel the answer when the page closes the
      // connection. A request may have no signal.
      const onPageLeft = () => controller.abort(new PageLeft())
      request.signal?.addEventListener('abort', onPageLeft)
      if (request.signal?.aborted) onPageLeft()
      return {
        signal: controller.signal,
        release() {
          request.signal?.removeEventListener('abort', onPageLeft)
          controllers.delete(controller)
          if (controllers.size === 0 && controllersByOwner.get(owner) === controllers) controllersByOwner.delete(owner)
        },
      }
    },
    close() {
      isClosed = true
      for (const controllers of controllersByOwner.values()) {
        for (const controller of controllers) controller.abort(shuttingDown())
      }
    },
  }
}
