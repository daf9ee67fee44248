import { readText } from './readText.ts'
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
