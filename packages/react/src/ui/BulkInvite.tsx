'use client'

import { hasKeptJob, holdFocus } from '@seats/core/ui'
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import { useSeatsClient } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { PermissionsState } from './internal/PermissionsState.tsx'
import { usePermissions } from './internal/usePermissions.ts'
import { useJobState } from './internal/useJobState.ts'
import { useLoaded } from './internal/useLoaded.ts'
import { useMessages } from './internal/useMessages.ts'
import { useRosterKey } from './internal/useRosterKey.ts'
import type { InviteSlots } from './InviteSlots.ts'
import type { PartProps } from './PartProps.ts'

export interface BulkInviteProps extends PartProps, Pick<InviteSlots, 'renderInvitee'> {}

/**
 * A button that opens a dialog to invite many people. The dialog shows a preview, then the progress, then a result for
 * each person. The code of the dialog is loaded when the dialog is opened, or when there is a job. If the page is
 * reloaded while a job runs, the component offers to continue the job. Shows nothing to a user who may not invite.
 *
 * @example
 * ```tsx
 * import { BulkInvite } from '@seats/react/ui'
 *
 * export const Import = ({ id }: { id: string }) => <BulkInvite source={{ subscription_id: id }} />
 * ```
 */
export function BulkInvite({ source, renderInvitee, ...frameProps }: BulkInviteProps): ReactElement {
  const key = useRosterKey(source)
  const can = usePermissions(source)
  if (!can.assignSeat) return <PermissionsState source={source} {...frameProps} />
  return (
    <Frame part="bulk-invite" {...frameProps}>
      <Opener key={key} {...{ source, renderInvitee }} />
    </Frame>
  )
}

const load = async () => (await import('./internal/BulkPart.tsx')).BulkPart

function Opener({ source, renderInvitee }: Pick<BulkInviteProps, 'source' | 'renderInvitee'>) {
  const { bulk, common } = useMessages()
  const client = useSeatsClient()
  // `view` opens the dialog. `goOn` also continues the job as soon as the code of the dialog is loaded.
  const [openMode, setOpenMode] = useState<'view' | 'goOn'>()
  const [label, setLabel] = useState<string>()
  const isOpen = openMode !== undefined
  const hasJob = useJobState(source).status !== 'idle'
  const { part: BulkPart, hasFailed, retry } = useLoaded(isOpen || hasJob || hasKeptJob(client, source), load)

  // The button that continues a job disappears when it opens the dialog, so it cannot get the focus back. The button
  // that opens the dialog gets the focus instead.
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen && opener.current) holdFocus(opener.current)
    wasOpen.current = isOpen
  }, [isOpen])

  const open = (mode: 'view' | 'goOn') => () => {
    retry()
    setOpenMode(mode)
  }
  return (
    <>
      <button
        type="button"
        ref={opener}
        className="seats-button seats-small"
        aria-busy={isOpen && !BulkPart && !hasFailed}
        onClick={open('view')}
      >
        {label ?? bulk.open}
      </button>
      {BulkPart && (
        <BulkPart
          {...{ source, renderInvitee }}
          openMode={openMode}
          onLabel={setLabel}
          onGoOn={open('goOn')}
          onDiscard={() => opener.current?.focus()}
          onClose={() => setOpenMode(undefined)}
        />
      )}
      <p className="seats-field-problem" role="alert">
        {isOpen && hasFailed && common.notLoaded}
      </p>
    </>
  )
}
