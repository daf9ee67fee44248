import { createAnnouncer } from '@seats/core/ui'
import { watchEffect, type ShallowRef } from 'vue'
import { useStore } from './useStore.ts'

/** Returns `text` for a live region. A new text waits up to five seconds, unless `isLast` is true. */
export function useAnnounced(text: () => string, isLast: () => boolean): Readonly<ShallowRef<string>> {
  const announcer = createAnnouncer()
  watchEffect(() => announcer.say(text(), isLast()))
  return useStore(announcer, '')
}
