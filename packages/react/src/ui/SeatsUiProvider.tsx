'use client'

import { wordsOf, type WordsOptions } from '@seats/core/ui'
import { useContext, useMemo, type ReactElement, type ReactNode } from 'react'
import { WordsContext } from './internal/WordsContext.ts'

export interface SeatsUiProviderProps extends WordsOptions {
  children?: ReactNode
}

/**
 * Sets the texts of the components inside it. Also sets the language and the time zone of their dates and numbers.
 *
 * @example
 * ```tsx
 * import { en, extend } from '@seats/core/messages'
 * import { SeatsUiProvider, TeamPanel } from '@seats/react/ui'
 *
 * const messages = extend(en, { inviteForm: { submit: 'Send invitation' } })
 *
 * export const Team = ({ id }: { id: string }) => (
 *   <SeatsUiProvider messages={messages} timeZone="Europe/Berlin">
 *     <TeamPanel source={{ subscription_id: id }} />
 *   </SeatsUiProvider>
 * )
 * ```
 */
export function SeatsUiProvider({ messages, locale, timeZone, children }: SeatsUiProviderProps): ReactElement {
  const outer = useContext(WordsContext)
  const words = useMemo(() => wordsOf({ messages, locale, timeZone }, outer), [messages, locale, timeZone, outer])
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}
