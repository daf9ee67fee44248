import type { SeatsStore } from '../store/SeatsStore.ts'
import type { StreamSlot } from './createStreamSlots.ts'

/** Some proxies cut what is silent for half a minute. */
const heartbeat = 15_000
/** A grant that is withdrawn ends its streams within a minute. */
const recheck = 25_000
/** What may wait for a slow reader; beyond it the reader is dropped, and comes back with a fresh list. */
const room = 65_536

export interface EventStreamOptions {
  store: SeatsStore
  channel: string
  slot: StreamSlot
  /** Whether the user may still see the channel. */
  isGranted: () => Promise<boolean>
}

const encoder = new TextEncoder()

/** Server-sent events of one channel: what is published there is written as it is. */
export async function openEventStream(options: EventStreamOptions): Promise<ReadableStream<Uint8Array>> {
  const { store, channel, slot, isGranted } = options
  const timers: ReturnType<typeof setInterval>[] = []
  let write: ((text: string) => void) | undefined
  let unsubscribe = () => {}
  let end = () => {}

  const stop = () => {
    write = undefined
    timers.forEach((timer) => clearInterval(timer))
    unsubscribe()
    slot.release()
  }
  try {
    const onMessage = (text: string) => write?.(text)
    // Whoever comes back fetches what they missed.
    unsubscribe = await store.subscribe(channel, onMessage, () => end())
  } catch (error) {
    stop()
    throw error
  }

  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    end = () => {
      if (write === undefined) return
      stop()
      controller.close()
    }
    write = (text) => {
      if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(encoder.encode(text))
      stop()
      controller.error(new Error('A reader of live events was too slow.'))
    }
    slot.signal.addEventListener('abort', () => end())
    timers.push(
      setInterval(() => write?.(':\n\n'), heartbeat),
      setInterval(
        createCheck(isGranted, () => end()),
        recheck,
      ),
    )
    write('retry: 3000\n\n')
    if (slot.signal.aborted) end()
  }
  // Edge runtimes have no ByteLengthQueuingStrategy.
  return new ReadableStream({ start, cancel: stop }, { highWaterMark: room, size: ({ byteLength }) => byteLength })
}

/** A check that fails, or that is not done when the next one is due, ends the stream. */
function createCheck(isGranted: () => Promise<boolean>, end: () => void): () => void {
  let pending = false
  return () => {
    if (pending) return end()
    pending = true
    isGranted()
      .catch(() => false)
      .then((granted) => {
        pending = false
        if (!granted) end()
      })
  }
}
