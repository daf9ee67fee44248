import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isObject } from '../../internal/runtime/is.ts'
import { parseJson } from '../../internal/runtime/parseJson.ts'
import { readEvents } from '../../internal/wire/readEvents.ts'
import { openClaimStream } from '../../operations/openClaimStream.ts'

/** Whether the seat's benefits have been granted. Best effort; do not rely on it. */
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
 * The longest time that a claim waits for the stream to open. Firefox and Safari open it only at its first byte, which
 * comes late.
 */
const maxOpenWaitMs = 300
/** The most streams that are opened for one claim. Polar allows ten a minute, then none for five minutes. */
const maxStreams = 5

/**
 * Opens the claim stream. Call this before the claim, because a used token cannot open it. Resolves once the stream is
 * open, or after 300 ms if it is still opening. Resolves with undefined if the server refuses it in that time.
 */
export async function watchClaim(client: SeatsClient, invitationToken: string): Promise<ClaimWatch | undefined> {
  const controller = new AbortController()
  const { signal } = controller
  const close = () => controller.abort()
  const open = () =>
    openClaimStream(client, invitationToken, { signal, timeout: maxBenefitsWaitMs }).catch(() => undefined)
  const opening = open()
  if ((await Promise.race([opening, whileOpening(opening)])) === undefined) return undefined

  const events: ClaimEvent[] = []
  let onEvent = () => {}
  const ended = follow(opening, open, signal, (event) => {
    events.push(event)
    onEvent()
  })
  return {
    close,
    async benefits(seatId) {
      const seen = new Promise<ClaimBenefits>((resolve) => {
        onEvent = () => {
          if (isGranted(events, seatId)) resolve('seen')
        }
        onEvent()
      })
      const end = setTimeout(close, maxBenefitsWaitMs)
      const result = await Promise.race([seen, ended])
      clearTimeout(end)
      close()
      return result
    },
  }
}

/** Resolves with `opening` after `maxOpenWaitMs`, unless `opening` has settled by then. */
function whileOpening(opening: Promise<unknown>): Promise<'opening'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('opening'), maxOpenWaitMs)
    void opening.then(() => clearTimeout(timer))
  })
}

interface ClaimEvent {
  key: unknown
  payload: Record<string, unknown>
}

/**
 * Returns whether benefits were granted after this seat's claim. The stream also has the events of teammates' claims.
 */
function isGranted(events: ClaimEvent[], seatId: string): boolean {
  const claimed = events.findIndex(({ key, payload }) => key === 'customer_seat.claimed' && payload.seat_id === seatId)
  return claimed !== -1 && events.slice(claimed).some(({ key }) => key === 'benefit.granted')
}

/** Reads the stream to its end, and opens it again if the server asks for that. */
async function follow(
  first: Promise<ReadableStream<Uint8Array> | undefined>,
  open: () => Promise<ReadableStream<Uint8Array> | undefined>,
  signal: AbortSignal,
  onEvent: (event: ClaimEvent) => void,
): Promise<'unknown'> {
  let stream = await first
  for (let opened = 1; stream !== undefined; opened++) {
    const wanted: boolean = await read(stream, signal, onEvent).catch(() => false)
    stream = wanted && opened < maxStreams && !signal.aborted ? await open() : undefined
  }
  return 'unknown'
}

/** Reads the stream to its end. Resolves with true if the server wants it opened again. */
async function read(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onEvent: (event: ClaimEvent) => void,
): Promise<boolean> {
  let reconnect = false
  await readEvents(stream, signal, ({ data }) => {
    const parsed = parseJson(data)
    const event = isObject(parsed) ? parsed : {}
    if (event.type === 'reconnect') reconnect = true
    else onEvent({ key: event.key, payload: isObject(event.payload) ? event.payload : {} })
    return reconnect
  })
  return reconnect
}
