import { createAnnouncer } from '@seats/core/ui'
import { useEffect, useState } from 'react'
import { useStore } from './useStore.ts'

/** Returns `text` for a live region: updated at most every few seconds, but at once if `isLast` is true. */
export function useAnnounced(text: string, isLast: boolean): string {
  const [announcer] = useState(() => createAnnouncer())
  useEffect(() => announcer.say(text, isLast), [announcer, text, isLast])
  return useStore(announcer, '')
}
