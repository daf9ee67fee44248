import { useEffect, useState } from 'react'
import { doubleClickMs } from '@seats/core/ui'

/** Returns whether a value has been the same for half a second. */
export function useIsStable(value: object | undefined): boolean {
  const [stableValue, setStableValue] = useState<object>()
  useEffect(() => {
    const timer = setTimeout(() => setStableValue(value), doubleClickMs)
    return () => clearTimeout(timer)
  }, [value])
  return value !== undefined && stableValue === value
}
