'use client'

import { useState, type ReactElement } from 'react'
import { Frame } from './internal/Frame.tsx'
import { useCan } from './internal/useCan.ts'
import { useJobState } from './internal/useJobState.ts'
import { useLoaded } from './internal/useLoaded.ts'
import { useMessages } from './internal/useMessages.ts'
import type { PartProps } from './PartProps.ts'

export type BulkInviteProps = PartProps

/**
 * Invites many people: a button that opens a dialog. The dialog shows a preview, then the progress, then a result for
 * each person. Its code is loaded when it is opened. Shows nothing to a user who may not invite.
 *
 * @example
 * ```tsx
 * import { BulkInvite } from '@seats/react/ui'
 *
 * export const Import = ({ id }: { id: string }) => <BulkInvite source={{ subscription_id: id }} />
 * ```
 */
export function BulkInvite({ source, ...look }: BulkInviteProps): ReactElement | null {
  const can = useCan(source)
  if (!can.assignSeat) return null
  return (
    <Frame part="bulk-invite" {...look}>
      <Opener source={source} />
    </Frame>
  )
}

const load = async () => (await import('./internal/BulkDialog.tsx')).BulkDialog

function Opener({ source }: Pick<PartProps, 'source'>) {
  const { bulk, errors } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const { part: BulkDialog, hasFailed, retry } = useLoaded(isOpen, load)
  const job = useJobState(source)
  const close = () => setOpen(false)
  return (
    <>
      <button
        type="button"
        className="seats-button seats-small"
        aria-busy={isOpen && !BulkDialog && !hasFailed}
        onClick={() => {
          retry()
          setOpen(true)
        }}
      >
        {job?.status === 'running' && job.progress ? bulk.running(job.progress) : bulk.open}
      </button>
      <p className="seats-field-problem" role="alert">
        {hasFailed && errors.unknown}
      </p>
      {isOpen && BulkDialog && <BulkDialog source={source} onClose={close} />}
    </>
  )
}
