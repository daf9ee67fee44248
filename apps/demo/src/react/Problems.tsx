import type { SeatsError } from '@seats/core'
import { explain } from '../shared/explain.ts'
import { text } from '../shared/text.ts'

interface Props {
  query: { error: SeatsError | null; isFetching: boolean; isPaused: boolean; refetch: () => unknown }
}

/** There is no list to show. */
export function LoadProblem({ query }: Props) {
  return (
    <div className="empty" role="alert">
      <h3>{text.loadFailed}</h3>
      <p>{query.isPaused ? text.offline : explain(query.error)}</p>
      <button className="button" aria-busy={query.isFetching} onClick={() => query.refetch()}>
        {text.retry}
      </button>
    </div>
  )
}

/** There is a list, but it could not be read again. */
export function ListProblem({ query }: Props) {
  if (query.isPaused)
    return (
      <p className="banner" role="alert">
        {text.offline}
      </p>
    )
  if (query.error === null) return null
  return (
    <p className="banner" role="alert">
      <span>
        {text.outdated} {explain(query.error)}
      </span>
      <button className="button small" aria-busy={query.isFetching} onClick={() => query.refetch()}>
        {text.retry}
      </button>
    </p>
  )
}
