import { en, type Messages } from '@seats/core/messages'
import { useContext } from 'react'
import { MessagesContext } from './MessagesContext.ts'

/** Returns the texts of the nearest provider, or the English texts if there is no provider. */
export const useMessages = (): Messages => useContext(MessagesContext) ?? en
