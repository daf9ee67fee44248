import type { Context } from 'hono'
import { decodeJson } from '../validation/decodeJson.ts'
import { JsonDecodeError } from '../validation/JsonDecodeError.ts'
import { ValidationError } from '../validation/ValidationError.ts'
import type { Value } from '../validation/Value.ts'
import type { Env } from './Env.ts'
import { HttpException } from './HttpException.ts'

/** The body's value: JSON by its content type, else text; undefined when it is empty. */
export async function readBody(c: Context<Env>): Promise<Value | undefined> {
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.length === 0) return undefined
  const text = decodeText(bytes)
  if (!/^application\/(?:json|[^;]*\+json)\s*(?:;|$)/i.test(c.req.header('content-type')?.trim() ?? '')) return text
  try {
    return decodeJson(text)
  } catch (error) {
    if (error instanceof JsonDecodeError) {
      const ctx = { error: error.message }
      throw new ValidationError([
        { type: 'json_invalid', loc: ['body', error.position], msg: 'JSON decode error', input: new Map(), ctx },
      ])
    }
    throw unreadable()
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })
const unreadable = () => new HttpException(400, 'There was an error parsing the body')

function decodeText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw unreadable()
  }
}
