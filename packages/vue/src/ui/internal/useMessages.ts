import { en, type Messages } from '@seats/core/messages'
import { computed, inject, type ComputedRef } from 'vue'
import { messagesKey } from './messagesKey.ts'

/** Returns the texts of the nearest provider, or the English ones if there is none. */
export const useMessages = (): ComputedRef<Messages> => inject(messagesKey, english, true)

const english = () => computed(() => en)
