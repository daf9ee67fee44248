import type { StreamSlot } from './createStreamSlots.ts'

/** The same stream in a slot of its own: it ends with the handler, and gives its slot back however it ends. */
export function passOn(stream: ReadableStream<Uint8Array>, slot: StreamSlot): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  const leave = async (reason?: unknown) => {
    slot.release()
    await reader.cancel(reason)
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
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
