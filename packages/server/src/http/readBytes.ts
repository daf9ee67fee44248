import { badRequest, PageLeft } from './refusals.ts'

/**
 * Reads a request's body, at most `limitBytes` of it.
 *
 * @throws Refusal with status 413 if the body is larger, 499 if the sender closes the connection before the end. Nobody
 * made a mistake then, so that is not reported to the operator.
 */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => badRequest(413, `The request is larger than ${limitBytes} bytes.`)
  if (Number(request.headers.get('content-length')) > limitBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read().catch(throwPageLeft)) ?? { done: true }
    if (done || value === undefined) return concat(chunks, size)
    chunks.push(value)
    size += value.byteLength
    if (size > limitBytes) {
      await reader?.cancel()
      throw tooLarge()
    }
  }
}

const throwPageLeft = (): never => {
  throw new PageLeft()
}

function concat(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
