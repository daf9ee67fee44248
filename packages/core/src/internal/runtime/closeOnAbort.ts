import { onAbort } from './onAbort.ts'

/**
 * Returns `answer`. If `answer` is a stream, closes the stream when the signal is aborted, because a custom fetch may
 * ignore the signal and open a stream that nobody will read.
 */
export function closeOnAbort<Answer>(answer: Answer, signal: AbortSignal): Answer {
  if (answer instanceof ReadableStream) onAbort(signal, () => void answer.cancel().catch(() => {}))
  return answer
}
