import { PythonNumber } from './PythonNumber.ts'
import type { Value } from './Value.ts'

const maxDepth = 250

/**
 * Returns whether PostgreSQL can store a value and pydantic can answer with this value. This is not so for infinite
 * numbers, for NaN, and for deep nesting.
 */
export function isStorable(value: Value, depth = 0): boolean {
  if (depth > maxDepth) return false
  if (value instanceof PythonNumber) return value.isInteger || Number.isFinite(value.value)
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1))
  if (value instanceof Map) return [...value.values()].every((item) => isStorable(item, depth + 1))
  return true
}

/** Returns the JSON that a JSONB column gives back: keys sorted by their length in bytes, then by their bytes. */
export function toJsonb(value: Value): string {
  if (value instanceof PythonNumber) return numeric(value)
  if (Array.isArray(value)) return `[${value.map(toJsonb).join(',')}]`
  if (!(value instanceof Map)) return JSON.stringify(value)
  const entries = [...value].map(([key, item]) => ({ bytes: Buffer.from(key), key, item })).toSorted(byBytes)
  return `{${entries.map(({ key, item }) => `${JSON.stringify(key)}:${toJsonb(item)}`).join(',')}}`
}

const byBytes = ({ bytes: one }: { bytes: Buffer }, { bytes: other }: { bytes: Buffer }) =>
  one.length - other.length || one.compare(other)

/**
 * Returns a number as JSONB keeps it: a decimal without an exponent, and without a negative zero. Python reads a number
 * without a point as an integer.
 */
function numeric({ text, value, isInteger }: PythonNumber): string {
  if (isInteger) return text
  if (value === 0) return '0.0'
  return Math.abs(value) >= 1e16 ? expanded(text) : text
}

/** Writes `1.5e+16` as `15000000000000000`. */
function expanded(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?e\+(\d+)$/.exec(text) ?? []
  return sign + whole + fraction.padEnd(Number(exponent), '0')
}
