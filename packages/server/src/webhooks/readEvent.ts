import { refusal } from '../http/refusals.ts'
import { isObject } from '../internal/isObject.ts'
import { parseJson } from '../internal/parseJson.ts'

/** A webhook event of any type, with data that is not checked yet. */
export interface WebhookEvent {
  type: string
  timestamp: string
  data: unknown
}

/**
 * Reads the body of a webhook.
 *
 * @throws Refusal with status 422 if the body is not a JSON object with a `type`.
 */
export function readEvent(text: string): WebhookEvent {
  const body = parseJson(text)
  if (!isObject(body) || typeof body.type !== 'string') throw refusal(422, 'The body is not an event.')
  return { type: body.type, timestamp: 'timestamp' in body ? String(body.timestamp) : '', data: body.data }
}
