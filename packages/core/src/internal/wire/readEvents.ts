import { createParser, type EventSourceMessage } from 'eventsource-parser'

/** The longest event, in characters. A longer one means that the stream is broken, and would fill the memory. */
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
  const parser = createParser({
    maxBufferSize: maxEventLength,
    onError(error) {
      if (error.type === 'max-buffer-size-exceeded') throw error
    },
    onEvent(message) {
      if (onEvent(message) === true) isEnough = true
    },
  })
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  // The stream of a custom fetch may ignore the signal.
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onBytes?.()
      parser.feed(decoder.decode(value, { stream: true }))
      if (isEnough) return
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}
