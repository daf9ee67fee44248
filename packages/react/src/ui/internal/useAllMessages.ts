import { en, type Messages } from '@seats/core/messages'
import { useContext } from 'react'
import { WordsContext } from './WordsContext.ts'

/**
 * Returns all texts of the nearest provider, or the English texts if there is no provider. Brings the English texts, so
 * a part of `TeamPanel` that is loaded at first uses `useMessages` instead.
 */
export const useAllMessages = (): Messages => useContext(WordsContext).all(en)
