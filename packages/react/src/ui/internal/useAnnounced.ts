import { createAnnouncer } from '@seats/core/ui'
import { useEffect, useState } from 'react'
import { useStore } from './useStore.ts'

/** Returns `text` for a live region. A new text waits up to five seconds, unless `isLast` is true. */
export function useAnnounced(text: string, isLast: boolean): string {
  const [announcer] = useState(() => createAnnouncer())
  useEffect(() => announcer.say(text, isLast), [announcer, text, isLast])
  return useStore(announcer, '')
}
