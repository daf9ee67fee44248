import type { SeatsError } from '@seats/core'
import { explainError } from '@seats/core/messages'
import { useContext, useState, type ReactElement } from 'react'
import { useSeatPermissions } from '../../exports/index.ts'
import type { PartProps } from '../PartProps.ts'
import { Frame } from './Frame.tsx'
import { InPanelContext } from './InPanelContext.ts'
import { useMessages } from './useMessages.ts'

/**
 * Says that the permissions could not be read, and offers to read them again. Shows nothing if they are known, or while
 * they are read for the first time. Inside of `TeamPanel`, only the panel says so.
 */
export function PermissionsState({ source, ...frameProps }: PartProps): ReactElement | null {
  const { data, error, isFetching, refetch } = useSeatPermissions(source)
  // The message stays while the permissions are read again, so that its button keeps the focus.
  const [retriedError, setRetriedError] = useState<SeatsError | null>(null)
  const shownError = error ?? (isFetching ? retriedError : null)
  if (useContext(InPanelContext) || data || !shownError) return null
  return (
    <Frame part="permissions" {...frameProps}>
      <Problem
        error={shownError}
        isFetching={isFetching}
        onRetry={() => {
          setRetriedError(shownError)
          void refetch()
        }}
      />
    </Frame>
  )
}

function Problem({ error, isFetching, onRetry }: { error: SeatsError; isFetching: boolean; onRetry: () => void }) {
  const messages = useMessages()
  return (
    <p className="seats-banner" role="alert">
      {explainError(error, messages)}
      <button type="button" className="seats-button seats-small" aria-busy={isFetching} onClick={onRetry}>
        {messages.common.retry}
      </button>
    </p>
  )
}
