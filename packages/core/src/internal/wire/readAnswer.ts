import { readChunks } from '../runtime/readChunks.ts'

/**
 * Reads a body as text. If the body is longer than `limitBytes`, stops reading and resolves with `undefined`. Counts
 * the bytes after decompression.
 */
export async function readAnswer(
  response: Response,
  limitBytes: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  // Some runtimes have no streams. There, `body` is missing.
  if (!response.body) {
    const text = await response.text()
    return text.length > limitBytes ? undefined : text
  }
  const chunks: Uint8Array[] = []
  let byteCount = 0
  await readChunks(response.body, signal, (chunk) => {
    chunks.push(chunk)
    byteCount += chunk.byteLength
    return byteCount > limitBytes
  })
  if (byteCount > limitBytes) return undefined
  // Joins the chunks, because one long text is decoded many times faster than many short ones.
  const allBytes = new Uint8Array(byteCount)
  let offset = 0
  for (const chunk of chunks) {
    allBytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return new TextDecoder().decode(allBytes)
}
