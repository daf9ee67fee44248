import type { Call } from '../answers/Call.ts'
import type { Context } from '../../domain/context/Context.ts'
import { resourceNotFound } from '../../domain/context/errors.ts'
import { findValidInvitation } from '../../domain/seats/findValidInvitation.ts'
import { formatTime } from '../../clock/formatTime.ts'

const lifetimeMicroseconds = 600 * 1_000_000
const pingIntervalMicroseconds = 15 * 1_000_000
const encoder = new TextEncoder()

/**
 * Answers with server-sent events of the seat's customer, for ten minutes by the emulator's clock. With the member
 * model, the seat's customer is the paying customer, so the stream also has the claims of the rest of the team.
 */
export function claimStream(call: Call, context: Context, token: string): Response {
  const invitation = findValidInvitation(context, token)
  const customerId = invitation?.seat.customer_id
  if (!customerId) throw resourceNotFound('Invalid or expired invitation token')
  let stop: (() => void) | undefined
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      stop = feed(context, customerId, controller)
    },
    cancel: () => stop?.(),
  })
  return new Response(stream, {
    headers: {
      ...call.headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    },
  })
}

/** Writes events into the stream. Call the returned function when the reader has gone. */
function feed(
  context: Context,
  customerId: string,
  controller: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  const { clock, events, closing } = context
  const send = (text: string) => controller.enqueue(encoder.encode(`${text}\r\n\r\n`))
  const deadline = clock.now() + lifetimeMicroseconds
  const unsubscribe = events.subscribe(customerId, (event) => send(`data: ${JSON.stringify(event)}`))
  let cancelPing = () => {}
  const stop = () => {
    unsubscribe()
    cancelDeadline()
    cancelPing()
    closing.removeEventListener('abort', end)
  }
  const end = () => {
    stop()
    controller.close()
  }
  const cancelDeadline = clock.alarm(deadline, () => {
    send('data: {"type": "reconnect"}')
    end()
  })
  const ping = () => {
    cancelPing = clock.alarm(clock.now() + pingIntervalMicroseconds, () => {
      send(`: ping - ${formatTime(clock.now()).replace('T', ' ').replace('Z', '+00:00')}`)
      ping()
    })
  }
  ping()
  closing.addEventListener('abort', end)
  return stop
}
