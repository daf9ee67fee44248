import { isObject } from '../internal/isObject.ts'
import { parseJson } from '../internal/parseJson.ts'
import { decodeUtf8 } from './decodeUtf8.ts'
import { readBytes } from './readBytes.ts'
import { refusal, invalid } from './refusals.ts'

/** The largest body that is read. An assign is far smaller, because its metadata has at most 1 kB. */
const bodyLimitBytes = 16_384

/**
 * Reads a request's body as a JSON object. Resolves with `undefined` if the request has no body.
 *
 * @throws Refusal with status 400 if the body is not UTF-8, 413 if it is too large, 415 if it is not declared as JSON,
 * 422 if it is not a JSON object.
 */
export async function readJson(request: Request): Promise<Record<string, unknown> | undefined> {
  const type = request.headers.get('content-type')
  // This protects from forms on other sites: a form can send a body, but cannot declare it as JSON.
  if (type !== null && !/^application\/json\s*(;|$)/i.test(type)) {
    throw refusal(415, 'Send JSON, with the header content-type: application/json.')
  }
  const text = decodeUtf8(await readBytes(request, bodyLimitBytes, 'seats handler'))
  if (text === '') return undefined
  if (type === null) throw refusal(415, 'Send the header content-type: application/json with the body.')
  const body = parseJson(text)
  if (!isObject(body)) throw invalid('invalid_json', ['body'], 'Input should be a valid JSON object', 'json_invalid')
  return body
}
