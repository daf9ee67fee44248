import type { PanelMessages } from '@seats/core/messages'
import { useContext } from 'react'
import { WordsContext } from './WordsContext.ts'

/** Returns the texts of the nearest provider that are needed before a dialog is opened. Without a provider: English. */
export const useMessages = (): PanelMessages => useContext(WordsContext).panel
