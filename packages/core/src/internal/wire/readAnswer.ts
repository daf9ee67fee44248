/**
 * Reads a body as text. Resolves with `undefined` if it is longer than `limitBytes`, and does not read the rest of it.
 * Counts the bytes after decompression.
 */
export async function readAnswer(
  response: Response,
  limitBytes: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  // Some runtimes have no streams, and a Response there has no body.
  const reader = response.body?.getReader()
  if (reader === undefined) {
    const text = await response.text()
    return text.length > limitBytes ? undefined : text
  }
  // The stream of a custom fetch may ignore the signal.
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel)
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
      bytes += value.byteLength
      if (bytes > limitBytes) return undefined
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
  return new TextDecoder().decode(joined(chunks, bytes))
}

/** Joins the chunks, because one long text is decoded many times faster than many short ones. */
function joined(chunks: Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
