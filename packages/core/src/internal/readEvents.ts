import { createParser, type EventSourceMessage } from 'eventsource-parser'

/** Reads server-sent events until the stream ends, the signal is aborted, or `onEvent` says with `true` that it is enough. */
export async function readEvents(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onEvent: (message: EventSourceMessage) => boolean | void,
  onBytes?: () => void,
): Promise<void> {
  let enough = false
  const parser = createParser({
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
