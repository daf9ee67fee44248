import type { SeatSource } from '@seats/core'
import type { Report } from '../internal/createReport.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import type { StreamSlot } from './createStreamSlots.ts'
import { isRecent } from './publishEvents.ts'
import { eventText } from './SeatsEvent.ts'
import { firstLine } from './firstLine.ts'

/** Some proxies cut a connection that is silent for half a minute. */
const heartbeatMs = 15_000
/** How often the grant is asked for again: a grant that is withdrawn ends its events within a minute. */
const recheckMs = 25_000
/** Bytes that may wait for a slow reader. A reader with more is dropped, and comes back with a fresh list. */
const waitingBytes = 65_536

export interface FollowedSource {
  source: SeatSource
  channel: string
  /** Whether the user may still see the source. */
  isGranted: () => Promise<boolean>
}

export interface EventStreamOptions {
  store: SeatsStore
  sources: FollowedSource[]
  /** Sources that were asked for and refused. The stream says so. */
  refused: SeatSource[]
  slot: StreamSlot
  /** Told what leaving the store throws. */
  report: Report
}

const encoder = new TextEncoder()

/**
 * Opens a stream of server-sent events of several sources: writes what is published for each, as it is. A source whose
 * grant is withdrawn ends alone; the stream ends with the last one.
 */
export async function openEventStream(options: EventStreamOptions): Promise<ReadableStream<Uint8Array>> {
  const { store, sources, refused, slot, report } = options
  /** Undefined once the stream has ended, for whatever reason. */
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const leaving = new Set([() => slot.release()])
  /** Each alone: a store of somebody else's may throw, which must not keep the others. */
  const release = (leave: () => void) => {
    leaving.delete(leave)
    void (async () => leave())().catch(report)
  }
  const onLeave = (leave: () => void) => (controller === undefined ? release(leave) : void leaving.add(leave))
  const stop = () => {
    controller = undefined
    leaving.forEach(release)
  }
  const stream = new ReadableStream<Uint8Array>(
    { start: (opened) => void (controller = opened), cancel: stop },
    // Edge runtimes have no ByteLengthQueuingStrategy.
    { highWaterMark: waitingBytes, size: ({ byteLength }) => byteLength },
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

  const checks = new Set<() => void>()
  const follow = async ({ source, channel, isGranted }: FollowedSource) => {
    const leave = await store.subscribe(channel, write, end)
    onLeave(leave)
    const check = createCheck(isGranted, () => {
      checks.delete(check)
      release(leave)
      write(eventText({ event: 'ended', data: source }))
      if (checks.size === 0) end()
    })
    checks.add(check)
    if (await isRecent(store, channel)) write(eventText({ event: 'recent', data: source }))
  }

  slot.signal.addEventListener('abort', end)
  if (slot.signal.aborted) end()
  const timers = [
    setInterval(() => write(':\n\n'), heartbeatMs),
    setInterval(() => checks.forEach((check) => check()), recheckMs),
  ]
  onLeave(() => timers.forEach((timer) => clearInterval(timer)))
  write(`${firstLine}retry: 3000\n\n`)
  try {
    // Subscribed before the answer begins: a page that comes back fetches what it missed once the stream is open.
    await Promise.all(sources.map(follow))
    for (const source of refused) write(eventText({ event: 'ended', data: source }))
  } catch (error) {
    stop()
    throw error
  }
  return stream
}

/** A check that fails, or that is not done when the next one is due, withdraws the source. */
function createCheck(isGranted: () => Promise<boolean>, withdraw: () => void): () => void {
  let pending = false
  let withdrawn = false
  const end = () => {
    if (withdrawn) return
    withdrawn = true
    withdraw()
  }
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
