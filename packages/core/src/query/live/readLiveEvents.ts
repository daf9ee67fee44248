import { isObject } from '../../internal/runtime/is.ts'
import { parseJson } from '../../internal/runtime/parseJson.ts'
import { readEvents } from '../../internal/wire/readEvents.ts'
import { plainId } from '../../roster/plainId.ts'
import { isCustomerSeat } from '../../schemas/CustomerSeat.ts'
import { sourceId } from '../cache/seatsKeys.ts'
import type { LiveSource } from './LiveSource.ts'
import type { LiveStream } from './LiveSource.ts'

/** The server sends something at least every 15 s. A stream that is silent for three times as long is dead. */
const silenceMs = 45_000
/** Milliseconds after which a refused source is asked for again: the user may have been granted access. */
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
  /** Sources that no stream carried before, and whose rosters are young enough not to be read now. */
  const firstCarried = new Set<LiveSource>()
  let silence: ReturnType<typeof setTimeout> | undefined
  let renewal: ReturnType<typeof setTimeout> | undefined

  const live = {
    sources,
    openedAt: performance.now(),
    hasBegun: false,
    hasEnded: false,
    isRenewalDue: false,
    close() {
      if (live.hasEnded) return
      live.hasEnded = true
      clearTimeout(silence)
      clearTimeout(renewal)
      sources.forEach(drop)
      connection.abort()
      onChange()
    },
  }

  const carry = (source: LiveSource) => {
    if (source.carrier === undefined) {
      if (source.isBehind || source.isOld()) source.read()
      else firstCarried.add(source)
    }
    source.carrier = live
    source.isBehind = false
  }
  const drop = (source: LiveSource) => {
    if (source.carrier !== live) return
    source.carrier = undefined
    source.isBehind = true
  }
  const throwIssues = (source: LiveSource) => {
    drop(source)
    // At a random time, so that pages do not all reconnect at once.
    renewal ??= setTimeout(
      () => {
        live.isRenewalDue = true
        onChange()
      },
      renewalMs * (0.75 + Math.random() / 2),
    )
  }
  const restartSilenceTimer = () => {
    clearTimeout(silence)
    silence = setTimeout(live.close, silenceMs)
  }
  const onEvent = ({ event, data }: { event?: string | undefined; data: string }) => {
    const value = parseJson(data)
    for (const source of concerned(value)) {
      if (event === 'seat' && isCustomerSeat(value)) source.settle(value)
      else if (event === 'seat' || event === 'changed' || (event === 'recent' && firstCarried.has(source)))
        source.read()
      else if (event === 'ended') throwIssues(source)
    }
  }
  /** Returns the sources that an event is about. Events of older servers name no source and are about all. */
  const concerned = (value: unknown): LiveSource[] => {
    const id = isObject(value) ? (value.subscription_id ?? value.order_id) : undefined
    if (typeof id !== 'string') return sources
    return sources.filter(({ source }) => plainId(sourceId(source)) === plainId(id))
  }

  sources.forEach(carry)
  restartSilenceTimer()
  readEvents(stream, connection.signal, onEvent, () => {
    live.hasBegun = true
    restartSilenceTimer()
  })
    // A stream that breaks is opened again, like one that ends.
    .catch(() => {})
    .finally(live.close)
  return live
}
