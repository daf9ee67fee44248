import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { readChunks } from '../runtime/readChunks.ts'

/** The longest event, in characters. A longer event means that the stream is broken, and would fill the memory. */
const maxEventLength = 8_000_000

/**
 * Reads server-sent events until the stream ends, the signal is aborted, or `onEvent` returns `true`. Rejects if the
 * stream breaks.
 */
export async function readEvents(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onEvent: (message: EventSourceMessage) => boolean | void,
  onBytes?: () => void,
): Promise<void> {
  let isEnough = false
  // After an event that is too long, the parser throws at the next chunk.
  const parser = createParser({
    maxBufferSize: maxEventLength,
    onEvent(message) {
      if (onEvent(message) === true) isEnough = true
    },
  })
  const decoder = new TextDecoder()
  await readChunks(stream, signal, (chunk) => {
    onBytes?.()
    parser.feed(decoder.decode(chunk, { stream: true }))
    return isEnough
  })
}
