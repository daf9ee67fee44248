import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isObject } from '../../internal/runtime/is.ts'
import { parseJson } from '../../internal/runtime/parseJson.ts'
import { readEvents } from '../../internal/wire/readEvents.ts'
import { openClaimStream } from '../../operations/openClaimStream.ts'

/** Says whether the seat's benefits have been granted. Best effort; do not rely on it. */
export type ClaimBenefits = 'waiting' | 'seen' | 'unknown'

export interface ClaimWatch {
  /**
   * Resolves with `seen` once benefits were granted after this seat's claim, or with `unknown` when the stream ends.
   */
  benefits(seatId: string): Promise<ClaimBenefits>
  close(): void
}

/** The longest wait for benefits. */
const maxBenefitsWaitMs = 15_000
/**
 * The longest time that a claim waits for the stream to open. In Firefox and Safari, a stream opens only with its first
 * byte, which comes late.
 */
const maxOpenWaitMs = 300
/** The largest number of streams for one claim. Polar allows ten per minute, and then no stream for five minutes. */
const maxStreams = 5

/**
 * Opens the claim stream. Call this before the claim, because a used token cannot open it. Resolves once the stream is
 * open, or after 300 ms if it is still opening. Resolves with undefined if the server refuses the stream in that time.
 */
export async function watchClaim(client: SeatsClient, invitationToken: string): Promise<ClaimWatch | undefined> {
  const controller = new AbortController()
  const { signal } = controller
  const close = () => controller.abort()
  const open = () =>
    openClaimStream(client, invitationToken, { signal, timeout: maxBenefitsWaitMs }).catch(() => undefined)
  const firstStream = open()
  if ((await Promise.race([firstStream, waitForOpening(firstStream)])) === undefined) return undefined

  const events: StreamedEvent[] = []
  let onEvent = () => {}
  const allStreamsEnded = followStreams(firstStream, open, signal, (event) => {
    events.push(event)
    onEvent()
  })
  return {
    close,
    async benefits(seatId) {
      const benefitsSeen = new Promise<ClaimBenefits>((resolve) => {
        onEvent = () => {
          if (isGranted(events, seatId)) resolve('seen')
        }
        onEvent()
      })
      const timer = setTimeout(close, maxBenefitsWaitMs)
      const result = await Promise.race([benefitsSeen, allStreamsEnded])
      clearTimeout(timer)
      close()
      return result
    },
  }
}

/** Resolves with the text `'opening'` after `maxOpenWaitMs`, unless the promise has settled by then. */
function waitForOpening(opening: Promise<unknown>): Promise<'opening'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('opening'), maxOpenWaitMs)
    void opening.then(() => clearTimeout(timer))
  })
}

interface StreamedEvent {
  key: unknown
  payload: Record<string, unknown>
}

/**
 * Returns whether benefits were granted after this seat's claim. Teammates' claims appear in the same stream.
 */
function isGranted(events: StreamedEvent[], seatId: string): boolean {
  const claimedIndex = events.findIndex(
    ({ key, payload }) => key === 'customer_seat.claimed' && payload.seat_id === seatId,
  )
  return claimedIndex !== -1 && events.slice(claimedIndex).some(({ key }) => key === 'benefit.granted')
}

/** Reads the stream to its end, and opens another stream if the server asks for that. */
async function followStreams(
  firstStream: Promise<ReadableStream<Uint8Array> | undefined>,
  open: () => Promise<ReadableStream<Uint8Array> | undefined>,
  signal: AbortSignal,
  onEvent: (event: StreamedEvent) => void,
): Promise<'unknown'> {
  let stream = await firstStream
  for (let openedCount = 1; stream !== undefined; openedCount++) {
    const mustReopen: boolean = await readStream(stream, signal, onEvent).catch(() => false)
    stream = mustReopen && openedCount < maxStreams && !signal.aborted ? await open() : undefined
  }
  return 'unknown'
}

/** Reads a stream to its end. Resolves with true if the server asks to open another stream. */
async function readStream(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onEvent: (event: StreamedEvent) => void,
): Promise<boolean> {
  let mustReopen = false
  await readEvents(stream, signal, ({ data }) => {
    const parsedData = parseJson(data)
    const event = isObject(parsedData) ? parsedData : {}
    if (event.type === 'reconnect') mustReopen = true
    else onEvent({ key: event.key, payload: isObject(event.payload) ? event.payload : {} })
    return mustReopen
  })
  return mustReopen
}
