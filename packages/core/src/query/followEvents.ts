import type { SeatsClient } from '../createSeatsClient.ts'
import { internalsOf } from '../internal/internals.ts'
import { isHidden, onVisibility, whenVisible } from '../internal/pageVisibility.ts'
import { parseJson } from '../internal/parseJson.ts'
import { readEvents } from '../internal/readEvents.ts'
import { backoff } from '../internal/retryDelay.ts'
import { sleep } from '../internal/sleep.ts'
import { sourceQuery } from '../internal/sourceQuery.ts'
import { within } from '../internal/within.ts'
import { isCustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { rosterCache, type RosterCache } from './overlay.ts'
import type { SeatsCache } from './SeatsCache.ts'
import { sourceId } from './seatsKeys.ts'

/** The server sends something at least every 15 s: after three of them a silent stream is a dead one. */
const silence = 45_000
/** A stream that ends before anything had to be sent has failed: a proxy holds it back, or a limit cuts it. */
const lasting = 15_000
/** For an answer to begin. */
const patience = 10_000
/** Between two reads of the roster, where there are no events. */
const interval = 15_000
const pause = { minDelay: 1000, maxDelay: 30_000 }

const followed = new WeakMap<object, Map<string, { followers: number; stop: () => void }>>()

/** Whoever follows the same roster shares one stream; the last to leave closes it. */
export function followEvents(client: SeatsClient, source: SeatSource, cache: SeatsCache): () => void {
  const name = `${client.scope} ${sourceId(source)}`
  const all = followed.get(cache) ?? new Map<string, { followers: number; stop: () => void }>()
  followed.set(cache, all)
  const shared = all.get(name) ?? start(client, source, rosterCache(cache, client.scope, source))
  all.set(name, shared)
  shared.followers++
  let following = true
  return () => {
    if (!following) return
    following = false
    if (--shared.followers > 0) return
    shared.stop()
    if (all.get(name) === shared) all.delete(name)
  }
}

function start(client: SeatsClient, source: SeatSource, roster: RosterCache) {
  const controller = new AbortController()
  follow(client, source, roster, controller.signal).catch((error: unknown) => {
    if (!controller.signal.aborted) throw error
  })
  return { followers: 0, stop: () => controller.abort() }
}

async function follow(
  client: SeatsClient,
  source: SeatSource,
  roster: RosterCache,
  signal: AbortSignal,
): Promise<void> {
  let readAt = performance.now()
  const read = () => {
    readAt = performance.now()
    roster.outdate()
  }
  let failures = 0
  let opened = false
  // What happened while no stream was open was told to nobody.
  let missed = false
  for (;;) {
    // A browser has six connections to a server (without HTTP/2) for all its tabs: only a page that is seen holds one.
    if (isHidden()) {
      await whenVisible(signal)
      missed = true
    }
    const stream = await openEvents(client, source, signal).catch(() => undefined)
    if (signal.aborted && stream instanceof ReadableStream) await stream.cancel()
    signal.throwIfAborted()
    // One that was there is there again a moment later, when the server is.
    if (stream === 'none' && !opened) return poll(roster, signal)
    const isOpen = stream instanceof ReadableStream
    const start = performance.now()
    if (isOpen) {
      opened = true
      if (missed && !isHidden()) read()
      await readRosterEvents(stream, roster, missed, signal)
    }
    missed = true
    if (isHidden()) continue
    failures = performance.now() - start < lasting ? failures + 1 : 0
    await sleep(backoff(pause, failures + 1), signal)
    if (!isOpen && performance.now() - readAt >= interval && isAwaited(roster)) read()
  }
}

/** `none` where the server has no such thing; undefined where it may have it a moment later. */
async function openEvents(
  client: SeatsClient,
  source: SeatSource,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | 'none' | undefined> {
  const internals = internalsOf(client)
  // Events are @seats/server's; Polar, to which a token leads, has none.
  if (!internals?.namesSource) return 'none'
  const path = `/v1/customer-seats/events${sourceQuery(source)}`
  const answer = await within(signal, patience, async (limited) => {
    const answer = await internals.requests.openStream(path, limited)
    // A custom fetch may know nothing of the signal, and nobody else knows of the stream yet.
    const close = () => void (answer instanceof ReadableStream && answer.cancel().catch(() => {}))
    if (limited.aborted) close()
    else limited.addEventListener('abort', close)
    return answer
  })
  if (answer instanceof ReadableStream) return answer
  const { status } = answer
  return status === 404 || status === 405 || (status >= 200 && status < 300) ? 'none' : undefined
}

async function readRosterEvents(
  stream: ReadableStream<Uint8Array>,
  roster: RosterCache,
  isReadAnew: boolean,
  signal: AbortSignal,
): Promise<void> {
  const controller = new AbortController()
  const end = () => controller.abort()
  let timer = setTimeout(end, silence)
  signal.addEventListener('abort', end)
  const stopWatching = onVisibility(() => isHidden() && end())
  const onBytes = () => {
    clearTimeout(timer)
    timer = setTimeout(end, silence)
  }
  const onEvent = ({ event, data }: { event?: string | undefined; data: string }) => {
    const seat = event === 'seat' ? parseJson(data) : undefined
    if (isCustomerSeat(seat)) roster.settle(undefined, seat)
    else if (event === 'seat' || event === 'changed' || (event === 'recent' && !isReadAnew)) roster.outdate()
  }
  try {
    if (isHidden()) await stream.cancel()
    else await readEvents(stream, controller.signal, onEvent, onBytes)
  } catch {
    // A stream that breaks is opened again, like one that ends.
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
    stopWatching()
  }
}

async function poll(roster: RosterCache, signal: AbortSignal): Promise<never> {
  for (;;) {
    await sleep(interval, signal)
    if (isAwaited(roster)) roster.outdate()
  }
}

/** Whether a page that is seen waits for somebody to accept. */
const isAwaited = (roster: RosterCache) =>
  !isHidden() && roster.peek()?.seats.some(({ status }) => status === 'pending') === true
