import { SeatsError } from '@seats/core'
import { hasInjectionContext, inject, type InjectionKey } from 'vue'

/**
 * Returns the value that a plugin or an outer component provides.
 *
 * @throws SeatsError `ConfigurationError` with this `detail` if nothing provides the value, or if the call is outside
 * of `setup`.
 */
export function injectOrThrow<T>(key: InjectionKey<T> | string, detail: string): T {
  const value = hasInjectionContext() ? inject(key, undefined) : undefined
  if (value === undefined) throw new SeatsError({ code: 'ConfigurationError', detail })
  return value
}
