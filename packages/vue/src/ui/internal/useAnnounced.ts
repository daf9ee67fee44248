import { createAnnouncer } from '@seats/core/ui'
import { watchEffect, type ShallowRef } from 'vue'
import { useStore } from './useStore.ts'

/** Returns the text of a live region. It follows `text` at most every few seconds, and at once for the last text. */
export function useAnnounced(text: () => string, isLast: () => boolean): Readonly<ShallowRef<string>> {
  const announcer = createAnnouncer()
  watchEffect(() => announcer.say(text(), isLast()))
  return useStore(announcer, '')
}
