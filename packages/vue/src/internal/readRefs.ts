import { toValue, unref, type MaybeRefOrGetter } from 'vue'

/** Returns the options with the value of every ref, and `shallow` by default. */
export function readRefs(options: MaybeRefOrGetter<object> | undefined): Record<string, unknown> {
  const entries = Object.entries(toValue(options) ?? {}).map(([key, value]) => [key, unref(value)])
  return { shallow: true, ...Object.fromEntries(entries) }
}
