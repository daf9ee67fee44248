import { en, type Messages } from '@seats/core/messages'
import { useContext } from 'react'
import { MessagesContext } from './MessagesContext.ts'

/** Returns the texts of the nearest provider, or the English ones if there is none. */
export const useMessages = (): Messages => useContext(MessagesContext) ?? en
