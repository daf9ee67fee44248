import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

/** Says that code for a part of the page could not be loaded. */
export function NotLoaded({ onRetry }: { onRetry: () => void }): ReactElement {
  const { common } = useMessages()
  return (
    <p className="seats-banner" role="alert">
      {common.notLoaded}
      <button type="button" className="seats-button seats-small" onClick={onRetry}>
        {common.retry}
      </button>
    </p>
  )
}
