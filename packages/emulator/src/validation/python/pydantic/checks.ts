import { Failure, valueError, type Check } from './Failure.ts'
import { parseUuid } from './parseUuid.ts'
import { pythonDumps } from '../json/pythonDumps.ts'
import { PythonNumber } from '../json/PythonNumber.ts'
import { isStorable, toJsonb } from '../json/toJsonb.ts'
import type { Value } from '../json/Value.ts'

const trueTexts = new Set(['1', 'on', 't', 'true', 'y', 'yes'])
const falseTexts = new Set(['0', 'off', 'f', 'false', 'n', 'no'])
const unparsableBoolean = (input: Value) =>
  new Failure('bool_parsing', 'Input should be a valid boolean, unable to interpret input', input)

export const string: Check<string> = (input) =>
  typeof input === 'string' ? input : new Failure('string_type', 'Input should be a valid string', input)

export const boolean: Check<boolean> = (input) => {
  if (typeof input === 'boolean') return input
  if (typeof input === 'string') {
    const word = input.toLowerCase()
    return trueTexts.has(word) || (falseTexts.has(word) ? false : unparsableBoolean(input))
  }
  const number = input instanceof PythonNumber ? input.value : input
  if (number === 0 || number === 1) return number === 1
  if (typeof number === 'number' && Number.isInteger(number) && Math.abs(number) < 2 ** 63)
    return unparsableBoolean(input)
  return new Failure('bool_type', 'Input should be a valid boolean', input)
}

export const uuid: Check<string> = (input) => {
  if (typeof input !== 'string')
    return new Failure('uuid_type', 'UUID input should be a string, bytes or UUID object', input)
  const parsed = parseUuid(input)
  if ('uuid' in parsed) return parsed.uuid
  return new Failure('uuid_parsing', `Input should be a valid UUID, ${parsed.error}`, input, { error: parsed.error })
}

/** Checks an id that must have version 4, as most of the real server's fields and parameters demand. */
export const uuid4: Check<string> = (input) => {
  const parsed = uuid(input)
  if (parsed instanceof Failure || /^.{14}4.{4}[89ab]/.test(parsed)) return parsed
  return new Failure('uuid_version', 'UUID version 4 expected', input, { expected_version: 4 })
}

/**
 * Returns a check that also refuses text that cannot be stored, at any depth: NUL, which PostgreSQL refuses, and half a
 * surrogate pair, on which the real server fails.
 */
export const storableText =
  <Output>(check: Check<Output>): Check<Output> =>
  (input) => {
    const output = check(input)
    return output instanceof Failure || !hasUnstorableText(input)
      ? output
      : valueError('This value contains invalid characters', input)
  }

function hasUnstorableText(value: Value): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed()
  if (value instanceof Map) return [...value].some(([key, item]) => hasUnstorableText(key) || hasUnstorableText(item))
  return Array.isArray(value) && value.some(hasUnstorableText)
}

export const text = storableText(string)

const dictionary = storableText<Map<string, Value>>((input) =>
  input instanceof Map ? input : new Failure('dict_type', 'Input should be a valid dictionary', input),
)

/** Checks the metadata of a seat. Returns JSON text. The real server fails on metadata that cannot be stored. */
export const metadata: Check<string> = (value) => {
  const input = dictionary(value)
  if (input instanceof Failure) return input
  if (input.size > 10) return valueError('Metadata cannot have more than 10 keys', input)
  const json = pythonDumps(input)
  if (json.length > 1024) return valueError('Metadata size cannot exceed 1KB', input)
  return isStorable(input) ? toJsonb(input) : valueError('Metadata cannot be stored', input)
}

export const nullable =
  <Output>(check: Check<Output>): Check<Output | null> =>
  (input) =>
    input === null ? null : check(input)
