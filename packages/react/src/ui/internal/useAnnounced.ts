import { createAnnouncer } from '@seats/core/ui'
import { useEffect, useState } from 'react'
import { useStore } from './useStore.ts'

/** Returns the text of a live region. It follows `text` at most every few seconds, and at once for the last text. */
export function useAnnounced(text: string, isLast: boolean): string {
  const [announcer] = useState(() => createAnnouncer())
  useEffect(() => announcer.say(text, isLast), [announcer, text, isLast])
  return useStore(announcer, '')
}
