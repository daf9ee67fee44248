import type { StreamSlot } from './createStreamSlots.ts'
import { firstLine } from './firstLine.ts'

/**
 * Passes a stream on in a slot of its own, after a comment that opens it in the browser at once. The stream ends with
 * the handler, and its slot is free again when it has ended, for whatever reason.
 */
export function passOn(stream: ReadableStream<Uint8Array>, slot: StreamSlot): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  const leave = async (reason?: unknown) => {
    slot.release()
    await reader.cancel(reason)
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(firstLine))
      slot.signal.addEventListener('abort', () => {
        controller.close()
        leave().catch(() => {})
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
    cancel: leave,
  })
}
