import type { Messages } from '@seats/core/messages'
import type { ComputedRef, InjectionKey } from 'vue'

export const messagesKey: InjectionKey<ComputedRef<Messages>> = Symbol('seats messages')
