import { Failure, type Check } from './Failure.ts'
import { PythonNumber } from '../json/PythonNumber.ts'
import { stripSpace } from '../text/stripSpace.ts'
import type { Value } from '../json/Value.ts'

const minInt32 = -2_147_483_648
const maxInt32 = 2_147_483_647

const unparsable = (input: Value) =>
  new Failure('int_parsing', 'Input should be a valid integer, unable to parse string as an integer', input)
const tooLong = (input: Value) =>
  new Failure('int_parsing_size', 'Unable to parse input string as an integer, exceeded maximum size', input)

/** Reads an integer like pydantic: `4`, `4.0`, `"4"`, `" 4.0 "`, `true`. Integers beyond 2^53 may be rounded. */
export const integer: Check<number> = (input) => {
  if (typeof input === 'boolean') return Number(input)
  if (typeof input === 'number') return input
  if (typeof input === 'string') return fromText(input)
  if (input instanceof PythonNumber) return input.isInteger ? input.value : fromFloat(input)
  return new Failure('int_type', 'Input should be a valid integer', input)
}

function fromText(input: string): number | Failure {
  const text = stripSpace(input).replace(/\.0+$/, '')
  if (!/^[+-]?\d+(?:_\d+)*$/.test(text)) return unparsable(input)
  if (text.length > 4300) return tooLong(input)
  return Number(text.replaceAll('_', ''))
}

function fromFloat(input: PythonNumber): number | Failure {
  if (!Number.isFinite(input.value)) return new Failure('finite_number', 'Input should be a finite number', input)
  if (!Number.isInteger(input.value)) {
    return new Failure('int_from_float', 'Input should be a valid integer, got a number with a fractional part', input)
  }
  return Math.abs(input.value) < 2 ** 63 ? input.value : tooLong(input)
}

/**
 * Reads an integer that fits into PostgreSQL's `integer`. Zero and negative numbers are accepted, because a rule
 * refuses them later.
 */
export const int32: Check<number> = (input) => {
  const value = integer(input)
  if (value instanceof Failure) return value
  if (value > maxInt32) {
    return new Failure('less_than_equal', `Input should be less than or equal to ${maxInt32}`, input, { le: maxInt32 })
  }
  if (value < minInt32) {
    return new Failure('greater_than_equal', `Input should be greater than or equal to ${minInt32}`, input, {
      ge: minInt32,
    })
  }
  return value
}

/** Reads a page or limit of a query: an integer above 0. */
export const positive: Check<number> = (input) => {
  const value = integer(input)
  if (value instanceof Failure || value > 0) return value
  return new Failure('greater_than', 'Input should be greater than 0', input, { gt: 0 })
}
