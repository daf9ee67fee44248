import { codePoints } from '../python/text/codePoints.ts'
import { Failure, Failures, valueError, type DeepCheck } from '../python/pydantic/Failure.ts'
import { PythonNumber } from '../python/json/PythonNumber.ts'
import { toJsonb } from '../python/json/toJsonb.ts'
import type { Value } from '../python/json/Value.ts'

const maxKeys = 50
const maxCharacters = { key: 40, value: 500 }

/** Checks the metadata of a customer or subscription: at most 50 texts, numbers and booleans. Returns JSON text. */
export const metadataInput: DeepCheck<string> = (input) => {
  if (!(input instanceof Map)) return new Failure('dict_type', 'Input should be a valid dictionary', input)
  const failures: Array<{ path: string[]; failure: Failure }> = []
  for (const [key, value] of input) {
    for (const failure of lengthProblems(key, maxCharacters.key)) failures.push({ path: [key, '[key]'], failure })
    failures.push(...valueProblems(value).map(({ kind, failure }) => ({ path: [key, kind], failure })))
  }
  if (failures.length > 0) return new Failures(failures)
  if (input.size > maxKeys) {
    const msg = `Dictionary should have at most ${maxKeys} items after validation, not ${input.size}`
    const ctx = { field_type: 'Dictionary', max_length: maxKeys, actual_length: input.size }
    return new Failure('too_long', msg, input, ctx)
  }
  return hasNul(input) ? valueError('This value contains invalid characters', input) : toJsonb(input)
}

function lengthProblems(text: string, maxLength: number): Failure[] {
  if (text === '') {
    return [new Failure('string_too_short', 'String should have at least 1 character', text, { min_length: 1 })]
  }
  if (codePoints(text) <= maxLength) return []
  const msg = `String should have at most ${maxLength} characters`
  return [new Failure('string_too_long', msg, text, { max_length: maxLength })]
}

function valueProblems(value: Value): Array<{ kind: string; failure: Failure }> {
  if (typeof value === 'number' || typeof value === 'boolean') return []
  if (value instanceof PythonNumber && Number.isFinite(value.value)) return []
  const textProblems = typeof value === 'string' ? lengthProblems(value, maxCharacters.value) : undefined
  if (textProblems?.length === 0) return []
  const isText = typeof value === 'string'
  return [
    {
      kind: 'constrained-str',
      failure: textProblems?.[0] ?? new Failure('string_type', 'Input should be a valid string', value),
    },
    {
      kind: 'int',
      failure: isText
        ? new Failure('int_parsing', 'Input should be a valid integer, unable to parse string as an integer', value)
        : new Failure('int_type', 'Input should be a valid integer', value),
    },
    {
      kind: 'float',
      failure: isText
        ? new Failure('float_parsing', 'Input should be a valid number, unable to parse string as a number', value)
        : new Failure('float_type', 'Input should be a valid number', value),
    },
    {
      kind: 'bool',
      failure: isText
        ? new Failure('bool_parsing', 'Input should be a valid boolean, unable to interpret input', value)
        : new Failure('bool_type', 'Input should be a valid boolean', value),
    },
  ]
}

const hasNul = (input: Map<string, Value>) =>
  [...input].some(([key, value]) => key.includes('\0') || (typeof value === 'string' && value.includes('\0')))
