'use client'

import { useState, type ReactElement } from 'react'
import { Frame } from './internal/Frame.tsx'
import { useLoaded } from './internal/useLoaded.ts'
import { useMemberManager } from './internal/useMemberManager.ts'
import { useMessages } from './internal/useMessages.ts'
import type { MembersProps } from './Members.tsx'
import type { CommonProps } from './PartProps.ts'

export type MembersButtonProps = MembersProps

/**
 * A button that opens `Members` in a dialog. The code of the dialog is loaded when it is opened. `TeamPanel` has such a
 * button if its client has a member's session. Shows nothing to a user who may not manage members.
 *
 * @example
 * ```tsx
 * import { MembersButton } from '@seats/react/ui'
 *
 * export const Company = () => <MembersButton />
 * ```
 */
export function MembersButton({
  messages,
  locale,
  timeZone,
  className,
  ...list
}: MembersButtonProps): ReactElement | null {
  const { manager } = useMemberManager()
  if (!manager) return null
  return (
    <Frame part="members-button" {...{ messages, locale, timeZone, className }}>
      <Opener {...list} />
    </Frame>
  )
}

const loadDialog = async () => (await import('./internal/MembersDialog.tsx')).MembersDialog

function Opener(list: Omit<MembersButtonProps, keyof CommonProps>) {
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
      {isOpen && MembersDialog && <MembersDialog {...list} onClose={() => setOpen(false)} />}
      <p className="seats-field-problem" role="alert">
        {isOpen && hasFailed && common.notLoaded}
      </p>
    </>
  )
}
