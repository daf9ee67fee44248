'use client'

import { useState, type ReactElement } from 'react'
import { Frame } from './internal/Frame.tsx'
import { useLoaded } from './internal/useLoaded.ts'
import { useMemberManager } from './internal/useMemberManager.ts'
import { useMessages } from './internal/useMessages.ts'
import type { MembersProps } from './Members.tsx'

export type MembersButtonProps = MembersProps

/**
 * A button that opens `Members` in a dialog, whose code is loaded then. `TeamPanel` has one if its client has a member's
 * session. Shows nothing to a user who may not manage members.
 *
 * @example
 * ```tsx
 * import { MembersButton } from '@seats/react/ui'
 *
 * export const Company = () => <MembersButton />
 * ```
 */
export function MembersButton({ you, ...look }: MembersButtonProps): ReactElement | null {
  const { manager } = useMemberManager()
  if (!manager) return null
  return (
    <Frame part="members-button" {...look}>
      <Opener you={you} />
    </Frame>
  )
}

const loadDialog = async () => (await import('./internal/MembersDialog.tsx')).MembersDialog

function Opener({ you }: Pick<MembersButtonProps, 'you'>) {
  const { members, common } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const { part: MembersDialog, hasFailed, retry } = useLoaded(isOpen, loadDialog)
  return (
    <>
      <button
        type="button"
        className="seats-button seats-small"
        aria-busy={isOpen && !MembersDialog && !hasFailed}
        onClick={() => {
          retry()
          setOpen(true)
        }}
      >
        {members.open}
      </button>
      {isOpen && MembersDialog && <MembersDialog you={you} onClose={() => setOpen(false)} />}
      <p className="seats-field-problem" role="alert">
        {isOpen && hasFailed && common.notLoaded}
      </p>
    </>
  )
}
