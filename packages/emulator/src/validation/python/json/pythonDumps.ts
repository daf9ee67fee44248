import { PythonNumber } from './PythonNumber.ts'
import type { Value } from './Value.ts'

const ascii = (text: string) =>
  JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  )

/**
 * Writes JSON as Python's `json.dumps` does: with spaces after separators, and non-ASCII escaped. The size limit of a
 * seat's metadata limits the length of this text.
 */
export function pythonDumps(value: Value): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'string') return ascii(value)
  if (value instanceof PythonNumber) return value.text
  if (Array.isArray(value)) return `[${value.map(pythonDumps).join(', ')}]`
  return `{${[...value].map(([key, item]) => `${ascii(key)}: ${pythonDumps(item)}`).join(', ')}}`
}
