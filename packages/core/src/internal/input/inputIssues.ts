import { SeatsError, type SeatsIssue, type SeatsOperation } from '../../errors/SeatsError.ts'
import type { SeatsIssueCode } from '../../errors/SeatsIssueCode.ts'
import { isObject, isText } from '../runtime/is.ts'

type Location = SeatsIssue['loc']

/** If there are issues, throws the same error as after Polar's 422. Operations call this before they send a request. */
export function throwIfIssues(operation: SeatsOperation, issues: SeatsIssue[]): void {
  if (issues.length === 0) return
  const detail = issues.map(({ msg }) => msg).join('; ')
  throw new SeatsError({ code: 'RequestValidationError', status: 422, operation, issues, detail })
}

/** Returns an issue with its stable code. `type` and `msg` have the form of Polar's own issues. */
export const inputIssue = (
  code: SeatsIssueCode,
  loc: Location,
  msg: string,
  input: unknown,
  type = 'value_error',
): SeatsIssue => ({ code, type, loc, msg, input })

/**
 * Returns the issue of a value of the wrong type. For a boolean, `type` is `bool`, and `name` (for the text) is
 * `boolean`.
 */
export const typeIssue = (loc: Location, input: unknown, type: string, name: string): SeatsIssue =>
  inputIssue('wrong_type', loc, `Input should be a valid ${name}`, input, `${type}_type`)

/** Returns whether Polar accepts the text as a UUID. It can have capitals, no dashes, the form of a URN, and braces. */
const isUuid = (value: string) =>
  /^(?:urn:uuid:)?[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i.test(
    value.startsWith('{') && value.endsWith('}') ? value.slice(1, -1) : value,
  )

export function uuidIssues(value: unknown, loc: Location): SeatsIssue[] {
  return isText(value) && isUuid(value)
    ? []
    : [inputIssue('invalid_id', loc, 'Input should be a valid UUID', value, 'uuid_parsing')]
}

/**
 * Returns the problems of a text. The text must not be empty, and must not contain a NUL or half of a surrogate pair.
 */
export function textIssues(value: unknown, loc: Location): SeatsIssue[] {
  if (!isText(value)) return [typeIssue(loc, value, 'string', 'string')]
  if (value === '') return [inputIssue('empty', loc, 'This value is empty', value)]
  return isCleanText(value)
    ? []
    : [inputIssue('invalid_characters', loc, 'This value contains invalid characters', value)]
}

export const isCleanText = (value: string): boolean => !/\0|\p{Surrogate}/u.test(value)

/**
 * Returns the problems of a token. The token becomes a part of a URL's path, so `.` and `..` would lead to another
 * operation.
 */
export function invitationTokenIssues(value: unknown, loc: Location): SeatsIssue[] {
  return value === '.' || value === '..'
    ? [inputIssue('invalid_token', loc, 'This is not an invitation token', value)]
    : textIssues(value, loc)
}

/** Returns the problems of a source. It must have exactly one of these keys, and the value must be a UUID. */
export function sourceIssues(
  source: unknown,
  location: 'body' | 'query',
  keys: string[] = ['subscription_id', 'order_id'],
): SeatsIssue[] {
  const givenKeys = isObject(source) ? keys.filter((key) => source[key] !== undefined && source[key] !== null) : []
  const [key, another] = givenKeys
  if (!isObject(source) || key === undefined || another !== undefined) {
    return [inputIssue('one_source', [location], `Exactly one of ${keys.join(' or ')} must be provided`, source)]
  }
  return uuidIssues(source[key], [location, key])
}
