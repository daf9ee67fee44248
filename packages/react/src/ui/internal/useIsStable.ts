import { useEffect, useState } from 'react'
import { doubleClickMs } from '@seats/core/ui'

/** Returns whether a value has been the same for half a second. */
export function useIsStable(value: unknown): boolean {
  const [stableValue, setStableValue] = useState<unknown>()
  useEffect(() => {
    const timer = setTimeout(() => setStableValue(value), doubleClickMs)
    return () => {
      clearTimeout(timer)
      // The next value may be this value again.
      setStableValue(undefined)
    }
  }, [value])
  return value !== undefined && stableValue === value
}
