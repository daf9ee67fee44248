import type { StreamSlot } from './createStreamSlots.ts'
import { firstLine } from './firstLine.ts'

/**
 * Returns a stream that sends a comment and then everything from the given stream. Because of the comment, browsers
 * open the stream at once. The stream ends when the slot's signal aborts. The slot is released when the stream ends for
 * any reason.
 */
export function forwardStream(stream: ReadableStream<Uint8Array>, slot: StreamSlot): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  const stopReading = async (reason?: unknown) => {
    slot.release()
    await reader.cancel(reason)
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(firstLine))
      slot.signal.addEventListener('abort', () => {
        controller.close()
        stopReading().catch(() => {})
      })
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (slot.signal.aborted) return
        if (!done) return controller.enqueue(value)
        controller.close()
      } catch (error) {
        controller.error(error)
      }
      slot.release()
    },
    cancel: stopReading,
  })
}
