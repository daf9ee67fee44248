import { en, type Messages } from '@seats/core/messages'
import { computed, inject, type ComputedRef } from 'vue'
import { messagesKey } from './messagesKey.ts'

/** Returns the texts of the nearest provider, or the English texts if there is no provider. */
export const useMessages = (): ComputedRef<Messages> => inject(messagesKey, english, true)

const english = () => computed(() => en)
