import { englishWords, type Words } from '@seats/core/ui'
import { createContext, type Context } from 'react'

export const WordsContext: Context<Words> = createContext(englishWords)
