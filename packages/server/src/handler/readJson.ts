import { badRequest, invalid } from './refusals.ts'

/** Far above any assign: its metadata is 1 kB at most. */
const limit = 16_384

/** A request's JSON object; undefined where it has no body at all. */
export async function readJson(request: Request): Promise<Record<string, unknown> | undefined> {
  const type = request.headers.get('content-type')
  // A body that is not declared as JSON is what a form on another site could send.
  if (type !== null && !/^application\/json\s*(;|$)/i.test(type)) {
    throw badRequest(415, 'Send JSON, with the header content-type: application/json.')
  }
  const text = await readText(request, limit)
  if (text === '') return undefined
  if (type === null) throw badRequest(415, 'Send the header content-type: application/json with the body.')
  const body = parse(text)
  if (!isObject(body)) throw invalid(['body'], 'Input should be a valid JSON object', 'json_invalid')
  return body
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

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

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
