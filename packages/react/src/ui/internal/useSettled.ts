import { useEffect, useState } from 'react'
import { settleMs } from '@seats/core/ui'

/** Returns whether a value has been the same for half a second. */
export function useSettled(value: object | undefined): boolean {
  const [settled, setSettled] = useState<object>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs)
    return () => clearTimeout(timer)
  }, [value])
  return value !== undefined && settled === value
}
