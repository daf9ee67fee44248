import type { StreamSlot } from './createStreamSlots.ts'
import { firstLine } from './firstLine.ts'

/**
 * Returns a stream that begins with a comment and then has everything of the given stream. Browsers open it at once
 * because of the comment. It ends when the slot's signal aborts. The slot is released when it ends, for any reason.
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
