import type { Messages } from '@seats/core/messages'
import { createContext, type Context } from 'react'

export const MessagesContext: Context<Messages | undefined> = createContext<Messages | undefined>(undefined)
