import { createParser } from 'eventsource-parser'
import type { SeatsClient } from '../createSeatsClient.ts'
import { isObject } from '../internal/is.ts'
import { internalsOf } from '../internal/internals.ts'
import { invitationPath } from '../internal/invitationPath.ts'

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

/** Opens the claim stream, which a claimed token no longer can; undefined where it is refused. */
export async function watchClaim(client: SeatsClient, invitationToken: string): Promise<ClaimWatch | undefined> {
  const requests = internalsOf(client)?.requests
  if (requests === undefined) return undefined
  const controller = new AbortController()
  const tooLate = setTimeout(() => controller.abort(), opening)
  const path = `${invitationPath(invitationToken)}/stream`
  const open = () => requests.openStream(path, {}, controller.signal).catch(() => undefined)
  const stream = await open()
  clearTimeout(tooLate)
  if (stream === undefined) return undefined

  const events: ClaimEvent[] = []
  let onEvent = () => {}
  const ended = follow(stream, open, (event) => {
    events.push(event)
    onEvent()
  })
  return {
    close: () => controller.abort(),
    async benefits(seatId) {
      const seen = new Promise<Benefits>((resolve) => {
        onEvent = () => {
          // The channel is the customer's: a teammate's claim and what it brings arrive here too.
          const claimed = events.findIndex(
            ({ key, payload }) => key === 'customer_seat.claimed' && payload.seat_id === seatId,
          )
          const granted = events.findIndex(({ key }, index) => key === 'benefit.granted' && index > claimed)
          if (claimed !== -1 && granted !== -1) resolve('seen')
        }
        onEvent()
      })
      const end = setTimeout(() => controller.abort(), patience)
      const result = await Promise.race([seen, ended])
      clearTimeout(end)
      controller.abort()
      return result
    },
  }
}

interface ClaimEvent {
  key: unknown
  payload: Record<string, unknown>
}

/** Reads to the end; opens the stream again where the server asks for that. */
async function follow(
  first: ReadableStream<Uint8Array>,
  open: () => Promise<ReadableStream<Uint8Array> | undefined>,
  onEvent: (event: ClaimEvent) => void,
): Promise<'unknown'> {
  let stream: ReadableStream<Uint8Array> | undefined = first
  while (stream !== undefined) {
    let reconnect = false
    const parser = createParser({
      onEvent({ data }) {
        const event = parse(data)
        if (event.type === 'reconnect') reconnect = true
        else onEvent({ key: event.key, payload: isObject(event.payload) ? event.payload : {} })
      },
    })
    await read(stream, (text) => parser.feed(text)).catch(() => {})
    stream = reconnect ? await open() : undefined
  }
  return 'unknown'
}

async function read(stream: ReadableStream<Uint8Array>, onText: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onText(decoder.decode(value, { stream: true }))
  }
}

function parse(data: string): Record<string, unknown> {
  try {
    const event: unknown = JSON.parse(data)
    return isObject(event) ? event : {}
  } catch {
    return {}
  }
}
