import type { SeatsError } from '@seats/core'
import { explainError } from '@seats/core/messages'
import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

interface Props {
  /** Null if the browser is offline. */
  error: SeatsError | null
  onRetry: () => void
}

/** Says why the list of members could not be read, or the signed-in user. */
export function MembersProblem({ error, onRetry }: Props): ReactElement {
  const messages = useMessages()
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
