import type { SeatSource } from '@seats/core'
import type { ReportError } from '../internal/createErrorReporter.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import { createGrantCheck } from './createGrantCheck.ts'
import type { StreamSlot } from './createStreamSlots.ts'
import { firstLine } from './firstLine.ts'
import { isRecent } from './publishEvents.ts'
import { eventText } from './SeatsEvent.ts'

/** The time between two heartbeats. Without them, some proxies close a connection that is silent for 30 s. */
const heartbeatIntervalMs = 15_000
/**
 * The time between two checks of a grant. A stream must stop within a minute after its grant is withdrawn. Two checks
 * fit into a minute, and if the first one hangs, the second one stops the stream.
 */
const grantCheckIntervalMs = 25_000
/** The time after which an `EventSource` of a browser connects again. The stream sends it as `retry`. */
const reconnectDelayMs = 3_000
/**
 * The most bytes that may wait for a slow page. If more are waiting, the page is disconnected. The page reads the list
 * when it connects again.
 */
const maxWaitingBytes = 65_536

/** A source that the stream follows. */
export interface FollowedSource {
  source: SeatSource
  /** The channel on which the source's events are published. */
  channel: string
  /** Returns the text to send for a message, or `undefined` for a message that the user may not see. Default: all. */
  filter?: ((message: string) => string | undefined) | undefined
  /** Resolves with true if the user may still see the source. */
  isGranted: () => Promise<boolean>
}

export interface EventStreamOptions {
  store: SeatsStore
  /** The sources to follow. */
  sources: FollowedSource[]
  /** The sources that were refused. The stream sends `ended` for each. */
  refused: SeatSource[]
  /** Freed when the stream ends. */
  slot: StreamSlot
  /** Gets the errors of the store when a subscription ends. */
  report: ReportError
}

const encoder = new TextEncoder()

/**
 * Opens a stream of server-sent events for several sources. It sends the events that are published for each source. If
 * the grant of one source is withdrawn, the stream sends `ended` for it and goes on with the others. When it follows no
 * source any more, the stream ends. It also ends if the connection to the store is lost.
 *
 * If the store cannot subscribe to a source, ends all subscriptions and rejects.
 */
export async function openEventStream(options: EventStreamOptions): Promise<ReadableStream<Uint8Array>> {
  const { store, sources, refused, slot, report } = options
  /** Undefined after the stream has ended. */
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const cleanups = new Set([() => slot.release()])
  /** Runs one cleanup. If it throws, for example because the store fails, the other cleanups still run. */
  const runCleanup = (cleanup: () => void) => {
    cleanups.delete(cleanup)
    void (async () => cleanup())().catch(report)
  }
  /** Runs a cleanup when the stream ends, or at once if the stream has already ended. */
  const onEnd = (cleanup: () => void) => (controller === undefined ? runCleanup(cleanup) : void cleanups.add(cleanup))
  const cleanUp = () => {
    controller = undefined
    cleanups.forEach(runCleanup)
  }
  const stream = new ReadableStream<Uint8Array>(
    { start: (opened) => void (controller = opened), cancel: cleanUp },
    // Used instead of `ByteLengthQueuingStrategy`, which edge runtimes do not have.
    { highWaterMark: maxWaitingBytes, size: ({ byteLength }) => byteLength },
  )
  const end = () => {
    const openController = controller
    cleanUp()
    openController?.close()
  }
  const write = (text: string) => {
    const openController = controller
    if (openController === undefined) return
    if ((openController.desiredSize ?? 0) > 0) return openController.enqueue(encoder.encode(text))
    cleanUp()
    openController.error(new Error('A reader of live events was too slow.'))
  }

  const grantChecks = new Set<() => void>()
  const follow = async ({ source, channel, filter, isGranted }: FollowedSource) => {
    const send = (message: string) => {
      const text = filter === undefined ? message : filter(message)
      if (text !== undefined) write(text)
    }
    const unsubscribe = await store.subscribe(channel, send, end)
    onEnd(unsubscribe)
    const check = createGrantCheck(isGranted, () => {
      grantChecks.delete(check)
      runCleanup(unsubscribe)
      write(eventText({ event: 'ended', data: source }))
      if (grantChecks.size === 0) end()
    })
    grantChecks.add(check)
    if (await isRecent(store, channel)) write(eventText({ event: 'recent', data: source }))
  }

  slot.signal.addEventListener('abort', end)
  if (slot.signal.aborted) end()
  const timers = [
    setInterval(() => write(':\n\n'), heartbeatIntervalMs),
    setInterval(() => grantChecks.forEach((check) => check()), grantCheckIntervalMs),
  ]
  onEnd(() => timers.forEach((timer) => clearInterval(timer)))
  write(`${firstLine}retry: ${reconnectDelayMs}\n\n`)
  try {
    // Subscribes before the answer begins. A page reads its list once the stream is open, so no change is missed.
    await Promise.all(sources.map(follow))
    for (const source of refused) write(eventText({ event: 'ended', data: source }))
  } catch (error) {
    cleanUp()
    throw error
  }
  return stream
}
