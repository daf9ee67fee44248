import { isObject } from '../internal/runtime/is.ts'

/**
 * Returns a copy of the value with the entries of the patch, at any depth. An undefined entry changes nothing. An entry
 * that replaces another one must have the type of that one.
 */
export function mergePatch<Value extends object, Patch extends object>(value: Value, patch: Patch): Value & Patch {
  const merged = { ...value } as Record<string, unknown>
  for (const [key, change] of Object.entries(patch)) {
    if (change === undefined) continue
    const oldEntry = merged[key]
    merged[key] = isObject(oldEntry) && isObject(change) ? mergePatch(oldEntry, change) : change
  }
  return merged as Value & Patch
}
