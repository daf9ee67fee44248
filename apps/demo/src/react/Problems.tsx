import type { SeatsError } from '@seats/core'
import { explain } from '../shared/explain.ts'
import { online } from '../shared/online.ts'
import { text } from '../shared/text.ts'
import { useStore } from './useStore.ts'

interface Props {
  roster: { error: SeatsError | null; isFetching: boolean; isPaused: boolean; refetch: () => unknown }
}

/** Shown instead of the list if it could not be loaded. */
export function LoadProblem({ roster }: Props) {
  return (
    <div className="empty" role="alert">
      <h3>{text.loadFailed}</h3>
      <p>{roster.isPaused ? text.offline : explain(roster.error)}</p>
      <button className="button" aria-busy={roster.isFetching} onClick={() => roster.refetch()}>
        {text.retry}
      </button>
    </div>
  )
}

/** Shown above a list that may be out of date, because it could not be read again. */
export function ListProblem({ roster }: Props) {
  const isOnline = useStore(online)
  if (isOnline && roster.error === null) return null
  return (
    <p className="banner" role="alert">
      {isOnline ? (
        <>
          <span>
            {text.outdated} {explain(roster.error)}
          </span>
          <button className="button small" aria-busy={roster.isFetching} onClick={() => roster.refetch()}>
            {text.retry}
          </button>
        </>
      ) : (
        text.offline
      )}
    </p>
  )
}
