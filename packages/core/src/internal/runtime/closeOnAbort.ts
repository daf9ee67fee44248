/**
 * Closes a stream once the signal is aborted, and returns what it was given. A custom fetch may ignore the signal, and
 * open a stream that nobody waits for any more.
 */
export function closeOnAbort<Answer>(answer: Answer, signal: AbortSignal): Answer {
  if (!(answer instanceof ReadableStream)) return answer
  const close = () => void answer.cancel().catch(() => {})
  if (signal.aborted) close()
  else signal.addEventListener('abort', close)
  return answer
}
