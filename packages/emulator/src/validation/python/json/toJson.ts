import { PythonNumber } from './PythonNumber.ts'
import type { Value } from './Value.ts'

/** Returns the JSON text of a decoded value. NaN and Infinity become null. */
export function toJson(value: Value): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof PythonNumber) return Number.isFinite(value.value) || value.isInteger ? value.text : 'null'
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`
  return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${toJson(item)}`).join(',')}}`
}
