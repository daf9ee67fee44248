import { createContext, type Context } from 'react'

/** True inside of `TeamPanel`, which says for all its parts that the roster is loading or could not be read. */
export const InPanelContext: Context<boolean> = createContext(false)
