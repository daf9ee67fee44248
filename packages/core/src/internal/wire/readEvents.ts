import { createParser, type EventSourceMessage } from 'eventsource-parser'

/** Characters of one event. A stream with a longer one is broken, or would fill the memory. */
const maxEventLength = 8_000_000

/**
 * Reads server-sent events until the stream ends, the signal is aborted, or `onEvent` returns `true` for enough. Rejects
 * if the stream breaks.
 */
export async function readEvents(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onEvent: (message: EventSourceMessage) => boolean | void,
  onBytes?: () => void,
): Promise<void> {
  let enough = false
  const parser = createParser({
    maxBufferSize: maxEventLength,
    onError(error) {
      if (error.type === 'max-buffer-size-exceeded') throw error
    },
    onEvent(message) {
      if (onEvent(message) === true) enough = true
    },
  })
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  // A stream of a custom fetch may know nothing of the signal.
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onBytes?.()
      parser.feed(decoder.decode(value, { stream: true }))
      if (enough) return
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}
