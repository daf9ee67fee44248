import { createAnnouncer } from '@seats/core/ui'
import { useEffect, useState } from 'react'
import { useStore } from './useStore.ts'

/** Returns the text that a live region has: it follows `text` at most every few seconds, and at once if it is the last. */
export function useAnnounced(text: string, isLast: boolean): string {
  const [announcer] = useState(() => createAnnouncer())
  useEffect(() => announcer.say(text, isLast), [announcer, text, isLast])
  return useStore(announcer, '')
}
