import type { Report } from '../internal/createReport.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import type { StreamSlot } from './createStreamSlots.ts'
import { isRecent, toText } from './SeatsEvent.ts'

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
  /** Told what leaving the store throws. */
  report: Report
}

const encoder = new TextEncoder()

/** Server-sent events of one channel: what is published there is written as it is. */
export async function openEventStream(options: EventStreamOptions): Promise<ReadableStream<Uint8Array>> {
  const { store, channel, slot, isGranted, report } = options
  /** Undefined once the stream has ended, however it did. */
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const leaving = [() => slot.release()]
  /** Each for itself: the store can be anybody's, and what leaving it throws keeps nothing else. */
  const release = (leave: () => void) => void (async () => leave())().catch(report)
  const onLeave = (leave: () => void) => (controller === undefined ? release(leave) : void leaving.push(leave))
  const stop = () => {
    controller = undefined
    leaving.splice(0).forEach(release)
  }
  const stream = new ReadableStream<Uint8Array>(
    { start: (opened) => void (controller = opened), cancel: stop },
    // Edge runtimes have no ByteLengthQueuingStrategy.
    { highWaterMark: room, size: ({ byteLength }) => byteLength },
  )
  const end = () => {
    const open = controller
    stop()
    open?.close()
  }
  const write = (text: string) => {
    const open = controller
    if (open === undefined) return
    if ((open.desiredSize ?? 0) > 0) return open.enqueue(encoder.encode(text))
    stop()
    open.error(new Error('A reader of live events was too slow.'))
  }

  slot.signal.addEventListener('abort', end)
  if (slot.signal.aborted) end()
  const timers = [setInterval(() => write(':\n\n'), heartbeat), setInterval(createCheck(isGranted, end), recheck)]
  onLeave(() => timers.forEach((timer) => clearInterval(timer)))
  try {
    // Whoever comes back fetches what they missed.
    onLeave(await store.subscribe(channel, write, end))
    write('retry: 3000\n\n')
    if (await isRecent(store, channel)) write(toText({ event: 'recent', data: {} }))
  } catch (error) {
    stop()
    throw error
  }
  return stream
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
