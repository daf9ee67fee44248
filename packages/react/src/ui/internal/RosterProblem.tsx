import type { SeatsError } from '@seats/core'
import { explainError } from '@seats/core/messages'
import { online } from '@seats/core/ui'
import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'
import { useStore } from './useStore.ts'

interface Props {
  roster: { error: SeatsError | null; isFetching: boolean; isPaused: boolean; refetch: () => unknown }
  hasList: boolean
}

/** Says that the list could not be read. Shown instead of the list, or above an older list that may be out of date. */
export function RosterProblem({ roster, hasList }: Props): ReactElement | null {
  const messages = useMessages()
  const isOnline = useStore(online, true)
  if (hasList && !isOnline) {
    return (
      <p className="seats-banner" role="alert">
        {messages.common.offline}
      </p>
    )
  }
  const { error, isPaused } = roster
  if (error === null && !isPaused) return null
  return (
    <div className={hasList ? 'seats-banner' : 'seats-empty'} role="alert">
      {!hasList && <h3>{messages.table.loadFailed}</h3>}
      <p>
        {hasList && messages.common.outdated} {isPaused ? messages.common.offline : explainError(error, messages)}
      </p>
      <button
        type="button"
        className="seats-button seats-small"
        aria-busy={roster.isFetching}
        onClick={() => roster.refetch()}
      >
        {messages.common.retry}
      </button>
    </div>
  )
}
