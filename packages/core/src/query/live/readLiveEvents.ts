import { isObject } from '../../internal/runtime/is.ts'
import { parseJson } from '../../internal/runtime/parseJson.ts'
import { readEvents } from '../../internal/wire/readEvents.ts'
import { plainId } from '../../roster/plainId.ts'
import { isCustomerSeat } from '../../schemas/CustomerSeat.ts'
import { sourceId } from '../cache/seatsKeys.ts'
import type { LiveSource } from './LiveSource.ts'
import type { LiveStream } from './LiveSource.ts'

/** The server sends something at least every 15 s. A stream that is silent for three times as long is dead. */
const maxSilenceMs = 45_000
/** Milliseconds after which a refused source is asked for again, because the user may have access by then. */
const renewalMs = 60_000

/**
 * Reads a stream and updates its sources with each event. Calls `onChange` when the stream has ended or should be
 * renewed. Closing the stream ends its connection.
 */
export function readLiveEvents(
  stream: ReadableStream<Uint8Array>,
  sources: LiveSource[],
  connection: AbortController,
  onChange: () => void,
): LiveStream {
  /** Sources that were on no stream before, and whose rosters are new enough not to be read now. */
  const sourcesNewToStreams = new Set<LiveSource>()
  let silenceTimer: ReturnType<typeof setTimeout> | undefined
  let renewalTimer: ReturnType<typeof setTimeout> | undefined

  const liveStream = {
    sources,
    openedAt: performance.now(),
    hasBegun: false,
    hasEnded: false,
    isRenewalDue: false,
    close() {
      if (liveStream.hasEnded) return
      liveStream.hasEnded = true
      clearTimeout(silenceTimer)
      clearTimeout(renewalTimer)
      sources.forEach(detachSource)
      connection.abort()
      onChange()
    },
  }

  const attachSource = (source: LiveSource) => {
    if (source.stream === undefined) {
      if (source.isBehind || source.isOld()) source.read()
      else sourcesNewToStreams.add(source)
    }
    source.stream = liveStream
    source.isBehind = false
  }
  const detachSource = (source: LiveSource) => {
    if (source.stream !== liveStream) return
    source.stream = undefined
    source.isBehind = true
  }
  const markRefused = (source: LiveSource) => {
    detachSource(source)
    // At a random time, so that pages do not all reconnect at once.
    renewalTimer ??= setTimeout(
      () => {
        liveStream.isRenewalDue = true
        onChange()
      },
      renewalMs * (0.75 + Math.random() / 2),
    )
  }
  const restartSilenceTimer = () => {
    clearTimeout(silenceTimer)
    silenceTimer = setTimeout(liveStream.close, maxSilenceMs)
  }
  const onEvent = ({ event, data }: { event?: string | undefined; data: string }) => {
    const value = parseJson(data)
    for (const source of sourcesOf(value)) {
      // `recent`: the roster has changed in the minute before the stream was opened.
      if (event === 'seat' && isCustomerSeat(value)) source.record(value)
      else if (event === 'seat' || event === 'changed' || (event === 'recent' && sourcesNewToStreams.has(source)))
        source.read()
      else if (event === 'ended') markRefused(source)
    }
  }
  /** Returns the sources that an event is about. Events of older servers have no id, so they are about all sources. */
  const sourcesOf = (value: unknown): LiveSource[] => {
    const id = isObject(value) ? (value.subscription_id ?? value.order_id) : undefined
    if (typeof id !== 'string') return sources
    return sources.filter(({ source }) => plainId(sourceId(source)) === plainId(id))
  }

  sources.forEach(attachSource)
  restartSilenceTimer()
  readEvents(stream, connection.signal, onEvent, () => {
    liveStream.hasBegun = true
    restartSilenceTimer()
  })
    // A broken stream is opened again, like one that has ended.
    .catch(() => {})
    .finally(liveStream.close)
  return liveStream
}
