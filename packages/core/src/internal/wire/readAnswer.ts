import { readChunks } from '../runtime/readChunks.ts'

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
  if (!response.body) {
    const text = await response.text()
    return text.length > limitBytes ? undefined : text
  }
  const chunks: Uint8Array[] = []
  let bytes = 0
  await readChunks(response.body, signal, (chunk) => {
    chunks.push(chunk)
    bytes += chunk.byteLength
    return bytes > limitBytes
  })
  if (bytes > limitBytes) return undefined
  // Joins the chunks, because one long text is decoded many times faster than many short ones.
  const whole = new Uint8Array(bytes)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return new TextDecoder().decode(whole)
}
