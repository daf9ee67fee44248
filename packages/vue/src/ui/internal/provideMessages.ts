import type { Messages } from '@seats/core/messages'
import { wordsOf } from '@seats/core/ui'
import { computed, provide, type ComputedRef } from 'vue'
import type { CommonProps } from '../PartProps.ts'
import { messagesKey } from './messagesKey.ts'
import { useMessages } from './useMessages.ts'

/** Returns the texts of a component, and provides them to the components below it. */
export function provideMessages(props: CommonProps): ComputedRef<Messages> {
  const outer = useMessages()
  const words = computed(() => wordsOf(props, outer.value))
  provide(messagesKey, words)
  return words
}
