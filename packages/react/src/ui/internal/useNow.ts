import { createSecond } from '@seats/core/ui'
import { useMemo } from 'react'
import { useSeatsClient } from '../../exports/index.ts'
import { useStore } from './useStore.ts'

/**
 * Returns the client's time in milliseconds, updated every second. Undefined while a server renders, and while the
 * browser hydrates the server's HTML.
 */
export function useNow(): number | undefined {
  const client = useSeatsClient()
  const second = useMemo(() => createSecond(() => client.now()), [client])
  return useStore(second, undefined)
}
