import type { SeatsClient } from '../createSeatsClient.ts'
import { isObject } from '../internal/is.ts'
import { parseJson } from '../internal/parseJson.ts'
import { readEvents } from '../internal/readEvents.ts'
import { openClaimStream } from '../operations/openClaimStream.ts'

/** Whether what a seat brings is there: a hint, never more. */
export type Benefits = 'waiting' | 'seen' | 'unknown'

export interface ClaimWatch {
  /** Resolves once benefits were granted after this seat's claim, or when it is no use waiting any longer. */
  benefits(seatId: string): Promise<Benefits>
  close(): void
}

const patience = 15_000
/** A stream that does not open in time must not keep anyone from claiming. */
const opening = 3_000
/** Streams opened for one claim. Polar allows ten a minute, and then none for five. */
const most = 5

/** Opens the claim stream, which a claimed token no longer can; undefined where it is refused. */
export async function watchClaim(client: SeatsClient, invitationToken: string): Promise<ClaimWatch | undefined> {
  const controller = new AbortController()
  const { signal } = controller
  const close = () => controller.abort()
  const open = () => openClaimStream(client, invitationToken, { signal, timeout: opening }).catch(() => undefined)
  const stream = await open()
  if (stream === undefined) return undefined

  const events: ClaimEvent[] = []
  let onEvent = () => {}
  const ended = follow(stream, open, signal, (event) => {
    events.push(event)
    onEvent()
  })
  return {
    close,
    async benefits(seatId) {
      const seen = new Promise<Benefits>((resolve) => {
        onEvent = () => {
          if (isGranted(events, seatId)) resolve('seen')
        }
        onEvent()
      })
      const end = setTimeout(close, patience)
      const result = await Promise.race([seen, ended])
      clearTimeout(end)
      close()
      return result
    },
  }
}

interface ClaimEvent {
  key: unknown
  payload: Record<string, unknown>
}

/** The channel is the customer's: a teammate's claim and what it brings arrive here too. */
function isGranted(events: ClaimEvent[], seatId: string): boolean {
  const claimed = events.findIndex(({ key, payload }) => key === 'customer_seat.claimed' && payload.seat_id === seatId)
  return claimed !== -1 && events.slice(claimed).some(({ key }) => key === 'benefit.granted')
}

/** Reads to the end; opens the stream again where the server asks for that. */
async function follow(
  first: ReadableStream<Uint8Array>,
  open: () => Promise<ReadableStream<Uint8Array> | undefined>,
  signal: AbortSignal,
  onEvent: (event: ClaimEvent) => void,
): Promise<'unknown'> {
  let stream: ReadableStream<Uint8Array> | undefined = first
  for (let opened = 1; stream !== undefined; opened++) {
    const wanted: boolean = await read(stream, signal, onEvent).catch(() => false)
    stream = wanted && opened < most && !signal.aborted ? await open() : undefined
  }
  return 'unknown'
}

/** Resolves at the end of the stream: with true where the server wants it opened again. */
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
