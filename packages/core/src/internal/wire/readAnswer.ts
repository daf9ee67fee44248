import { readChunks } from '../runtime/readChunks.ts'

/** One answer with its whole body. */
export interface Answer {
  status: number
  headers: Headers
  /** The body. Undefined if it is longer than the limit. */
  text: string | undefined
}

/**
 * Reads the whole answer. If its body is longer than `limitBytes`, stops reading. Counts the bytes after decompression.
 */
export async function readAnswer(response: Response, limitBytes: number, signal?: AbortSignal): Promise<Answer> {
  const { status, headers, body } = response
  // Some runtimes have no streams. There, `body` is missing.
  if (!body) {
    const text = await response.text()
    return { status, headers, text: text.length > limitBytes ? undefined : text }
  }
  const chunks: Uint8Array[] = []
  let byteCount = 0
  await readChunks(body, signal, (chunk) => {
    chunks.push(chunk)
    byteCount += chunk.byteLength
    return byteCount > limitBytes
  })
  if (byteCount > limitBytes) return { status, headers, text: undefined }
  // Joins the chunks, because one long text is decoded many times faster than many short ones.
  const allBytes = new Uint8Array(byteCount)
  let offset = 0
  for (const chunk of chunks) {
    allBytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return { status, headers, text: new TextDecoder().decode(allBytes) }
}
