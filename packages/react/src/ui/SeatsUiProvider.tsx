'use client'

import { wordsOf, type WordsOptions } from '@seats/core/ui'
import { useMemo, type ReactElement, type ReactNode } from 'react'
import { MessagesContext } from './internal/MessagesContext.ts'
import { useMessages } from './internal/useMessages.ts'

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
  const outer = useMessages()
  const words = useMemo(() => wordsOf({ messages, locale, timeZone }, outer), [messages, locale, timeZone, outer])
  return <MessagesContext.Provider value={words}>{children}</MessagesContext.Provider>
}
