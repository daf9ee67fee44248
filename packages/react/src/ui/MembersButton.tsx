'use client'

import { useState, type ReactElement } from 'react'
import { useSeatsClient } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { MemberDraftContext } from './internal/MemberDraftContext.ts'
import { MembersState } from './internal/MembersState.tsx'
import { useLoaded, type Loaded } from './internal/useLoaded.ts'
import { useMemberManager } from './internal/useMemberManager.ts'
import { useAllMessages } from './internal/useAllMessages.ts'
import type { MembersProps } from './Members.tsx'
import type { CommonProps } from './PartProps.ts'

export type MembersButtonProps = MembersProps

/**
 * A button that opens `Members` in a dialog. The code of the dialog is loaded when the dialog is opened. `TeamPanel`
 * has this button for users who may manage members. Shows nothing to a user who may not manage members. Shows an error
 * if the signed-in user cannot be read, for example because the browser is offline or the client has no session. If the
 * user loses their role while the dialog is open, the dialog stays open.
 *
 * @example
 * ```tsx
 * import { MembersButton } from '@seats/react/ui'
 *
 * export const Company = () => <MembersButton />
 * ```
 */
export function MembersButton(props: MembersButtonProps): ReactElement {
  const { scope } = useSeatsClient()
  // The button of another user starts anew, with a closed dialog.
  return <UserButton key={scope} {...props} />
}

function UserButton({ messages, locale, timeZone, className, ...listProps }: MembersButtonProps) {
  const { manager, isLoading, isOffline, error, refetch } = useMemberManager()
  const [isRetried, setRetried] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const draft = useState('')
  const dialog = useLoaded(isOpen, loadDialog)
  const content =
    manager || (isOpen && dialog.part) ? (
      <MemberDraftContext.Provider value={draft}>
        <Opener {...listProps} dialog={dialog} isOpen={isOpen} onOpen={setOpen} />
      </MemberDraftContext.Provider>
    ) : (
      (error || isOffline || (isRetried && isLoading)) && (
        <MembersState
          {...{ error, isOffline }}
          onRetry={() => {
            setRetried(true)
            refetch()
          }}
        />
      )
    )
  if (!content) return null
  return (
    <Frame part="members-button" keepsFocus {...{ messages, locale, timeZone, className }}>
      {content}
    </Frame>
  )
}

const loadDialog = async () => (await import('./internal/MembersDialog.tsx')).MembersDialog

interface OpenerProps extends Omit<MembersButtonProps, keyof CommonProps> {
  dialog: Loaded<Awaited<ReturnType<typeof loadDialog>>>
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

function Opener({ dialog, isOpen, onOpen, ...listProps }: OpenerProps) {
  const { members, common } = useAllMessages()
  const { part: MembersDialog, hasFailed, retry } = dialog
  return (
    <>
      <button
        type="button"
        className="seats-button seats-small"
        aria-busy={isOpen && !MembersDialog && !hasFailed}
        onClick={() => {
          retry()
          onOpen(true)
        }}
      >
        {members.open}
      </button>
      {isOpen && MembersDialog && <MembersDialog {...listProps} onClose={() => onOpen(false)} />}
      <p className="seats-field-problem" role="alert">
        {hasFailed && common.notLoaded}
      </p>
    </>
  )
}
