/** Why an answer was not read to its end. */
export class TooLong extends Error {}

/**
 * Reads a body as text, and stops at `limitBytes`: they are counted after decompression, while they come in.
 *
 * @throws TooLong for a body that is longer
 */
export async function readAnswer(response: Response, limitBytes: number, signal: AbortSignal): Promise<string> {
  // Some runtimes have no streams, and a Response there has no body.
  const reader = response.body?.getReader()
  if (reader === undefined) {
    const text = await response.text()
    if (text.length > limitBytes) throw new TooLong()
    return text
  }
  // A stream of a custom fetch may not know the signal.
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
      if (bytes > limitBytes) throw new TooLong()
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
  return new TextDecoder().decode(joined(chunks, bytes))
}

/** One piece, since that is decoded many times as fast as many. */
function joined(chunks: Uint8Array[], bytes: number): Uint8Array {
  if (chunks.length === 1) return chunks[0] ?? new Uint8Array()
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
