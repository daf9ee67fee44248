import type { SeatsClient } from '@seats/core'
import { createContext, type Context } from 'react'

export const SeatsContext: Context<SeatsClient | undefined> = createContext<SeatsClient | undefined>(undefined)
