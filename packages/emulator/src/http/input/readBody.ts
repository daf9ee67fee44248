import { decodeJson } from '../../validation/python/json/decodeJson.ts'
import { JsonDecodeError } from '../../validation/python/json/JsonDecodeError.ts'
import { ValidationError } from '../../validation/python/pydantic/ValidationError.ts'
import type { Value } from '../../validation/python/json/Value.ts'
import { decodeBytes } from '../../validation/python/text/decodeBytes.ts'
import { HttpException } from '../answers/HttpException.ts'

/**
 * Returns the value of a body, which is read as JSON if that is the content type, and as text otherwise. Returns
 * undefined if the body is empty.
 */
export async function readBody(request: Request): Promise<Value | undefined> {
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length === 0) return undefined
  return isJson(request.headers.get('content-type') ?? '') ? decode(bytes) : new TextDecoder().decode(bytes)
}

/** Returns whether a content type is JSON. Ignores the type's parameters, like Python's email package. */
function isJson(contentType: string): boolean {
  const essence = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  return /^application\/(?:json|[^/]*\+json)$/.test(essence)
}

function decode(bytes: Uint8Array): Value {
  try {
    return decodeJson(decodeBytes(bytes))
  } catch (error) {
    if (!(error instanceof JsonDecodeError)) throw new HttpException(400, 'There was an error parsing the body')
    throw new ValidationError([
      {
        type: 'json_invalid',
        loc: ['body', error.position],
        msg: 'JSON decode error',
        input: new Map(),
        ctx: { error: error.message },
      },
    ])
  }
}
