import { badRequest } from './refusals.ts'

/** A body as text, never more of it than `limit` bytes. */
export async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = () => badRequest(413, `The request is larger than ${limit} bytes.`)
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge()
  if (request.body === null) return ''
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = request.body.getReader()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    try {
      text += done ? decoder.decode() : decoder.decode(value, { stream: true })
    } catch {
      throw badRequest(400, 'The body is not valid UTF-8.')
    }
    if (done) return text
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge()
    }
  }
}
