import { bodyAlreadyRead } from '../internal/bodyAlreadyRead.ts'
import { refusal, PageLeft } from './refusals.ts'

/**
 * Reads a request's body, at most `limitBytes` of it.
 *
 * @throws Refusal with status 413 if the body is larger, or 499 if the sender closes the connection before the end. A
 * 499 is not reported to the operator.
 * @throws SeatsError `ConfigurationError` if something has read the body before. Its text names the handler
 * `handlerName`.
 */
export async function readBytes(
  request: Request,
  limitBytes: number,
  handlerName: Parameters<typeof bodyAlreadyRead>[0],
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => refusal(413, `The request is larger than ${limitBytes} bytes.`)
  if (request.bodyUsed || request.body?.locked) throw bodyAlreadyRead(handlerName)
  if (Number(request.headers.get('content-length')) > limitBytes) throw tooLarge()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read().catch(throwPageLeft)) ?? { done: true }
    if (done || value === undefined) break
    chunks.push(value)
    size += value.byteLength
    if (size > limitBytes) {
      await reader?.cancel()
      throw tooLarge()
    }
  }
  if (size === 0 && wasSentWithBody(request)) throw bodyAlreadyRead(handlerName)
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

const throwPageLeft = (): never => {
  throw new PageLeft()
}

/**
 * Returns whether the headers announce a body. A body that is sent in chunks has no `Content-Length`, but a
 * `Transfer-Encoding` and a `Content-Type`.
 */
const wasSentWithBody = ({ headers }: Request) =>
  Number(headers.get('content-length')) > 0 || (headers.has('transfer-encoding') && headers.has('content-type'))
