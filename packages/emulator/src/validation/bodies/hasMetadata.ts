import { decodeJson } from '../python/json/decodeJson.ts'
import { toJson } from '../python/json/toJson.ts'

/**
 * Returns whether metadata (JSON text) has one of the wanted values for each wanted key. Numbers and booleans are
 * compared as text.
 */
export function hasMetadata(json: string, wantedValues: ReadonlyMap<string, readonly string[]>): boolean {
  if (wantedValues.size === 0) return true
  const metadata = decodeJson(json)
  if (!(metadata instanceof Map)) return false
  return [...wantedValues].every(([key, values]) => {
    const value = metadata.get(key)
    return value !== undefined && values.includes(typeof value === 'string' ? value : toJson(value))
  })
}
