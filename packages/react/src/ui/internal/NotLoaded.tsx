import type { ReactElement } from 'react'
import type { Loaded } from './useLoaded.ts'
import { useMessages } from './useMessages.ts'

/** Says that code for a part of the page could not be loaded. Shows nothing if none of these loads has failed. */
export function NotLoaded({ loads }: { loads: readonly Omit<Loaded<unknown>, 'part'>[] }): ReactElement | null {
  const { common } = useMessages()
  if (!loads.some(({ hasFailed }) => hasFailed)) return null
  return (
    <p className="seats-banner" role="alert">
      {common.notLoaded}
      <button type="button" className="seats-button seats-small" onClick={() => loads.forEach(({ retry }) => retry())}>
        {common.retry}
      </button>
    </p>
  )
}
