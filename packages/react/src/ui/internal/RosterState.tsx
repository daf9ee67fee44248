import type { SeatsError } from '@seats/core'
import { explainError } from '@seats/core/messages'
import { online } from '@seats/core/ui'
import { useContext, type ReactElement } from 'react'
import { InPanelContext } from './InPanelContext.ts'
import { useMessages } from './useMessages.ts'
import { useStore } from './useStore.ts'

interface Props {
  query: {
    data: object | undefined
    error: SeatsError | null
    isFetching: boolean
    isPaused: boolean
    refetch: () => unknown
  }
  /** The grey bars that are shown while the list is loading. `meter` stands for a bar with the class `seats-meter`. */
  bones: readonly string[]
}

/**
 * Says that the list is loading, that it could not be read, or that it may be out of date. Inside of `TeamPanel`, only
 * the panel says so.
 */
export function RosterState({ query, bones }: Props): ReactElement | null {
  const messages = useMessages()
  const { common, table } = messages
  const isOnline = useStore(online, true)
  if (useContext(InPanelContext)) return null
  const { data, error, isFetching, isPaused, refetch } = query
  if (data && !isOnline) {
    return (
      <p className="seats-banner" role="alert">
        {common.offline}
      </p>
    )
  }
  if (error || isPaused) {
    return (
      <div className={data ? 'seats-banner' : 'seats-empty'} role="alert">
        {!data && <h3>{table.loadFailed}</h3>}
        <p>
          {data !== undefined && common.outdated} {isPaused ? common.offline : explainError(error, messages)}
        </p>
        <button type="button" className="seats-button seats-small" aria-busy={isFetching} onClick={() => refetch()}>
          {common.retry}
        </button>
      </div>
    )
  }
  if (data) return null
  return (
    <div className="seats-skeleton" role="status">
      <span className="seats-visually-hidden">{table.loading}</span>
      {bones.map((bone, index) => (
        <div key={index} className={`seats-bone seats-${bone}`} />
      ))}
    </div>
  )
}
