import { isObject } from '../internal/runtime/is.ts'

type Entries = Record<string, unknown>

/** Returns a copy of the value with the entries of the patch, at any depth. An undefined entry changes nothing. */
export function mergePatch(value: Entries, patch: object): Entries {
  const merged = { ...value }
  for (const [key, change] of Object.entries(patch)) {
    if (change === undefined) continue
    const oldEntry = merged[key]
    merged[key] = isObject(oldEntry) && isObject(change) ? mergePatch(oldEntry, change) : change
  }
  return merged
}
