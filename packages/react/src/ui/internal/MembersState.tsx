import type { SeatsError } from '@seats/core'
import { explainError } from '@seats/core/messages'
import type { ReactElement } from 'react'
import { useAllMessages } from './useAllMessages.ts'

interface Props {
  error: SeatsError | null
  isOffline: boolean
  onRetry: () => void
}

/** Says that the members are loading, or why the signed-in user or the list of members could not be read. */
export function MembersState({ error, isOffline, onRetry }: Props): ReactElement {
  const messages = useAllMessages()
  if (!error && !isOffline) return <p role="status">{messages.members.loading}</p>
  return (
    <div className="seats-banner" role="alert">
      <p>
        {messages.members.loadFailed} {error ? explainError(error, messages) : messages.common.offline}
      </p>
      <button type="button" className="seats-button seats-small" onClick={onRetry}>
        {messages.common.retry}
      </button>
    </div>
  )
}
