import { onAbort } from './onAbort.ts'

/**
 * Reads a stream chunk by chunk, until the stream ends or `onChunk` returns true. Then cancels the stream. Also cancels
 * the stream when the signal is aborted, because the stream of a custom fetch may ignore the signal.
 */
export async function readChunks(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
  onChunk: (chunk: Uint8Array) => boolean,
): Promise<void> {
  const reader = stream.getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  const stopListening = onAbort(signal, cancel)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || onChunk(value)) return
    }
  } finally {
    stopListening()
    cancel()
  }
}
