'use client'

import { useState, type ReactElement } from 'react'
import { Dialog } from './internal/Dialog.tsx'
import { Frame } from './internal/Frame.tsx'
import { useMessages } from './internal/useMessages.ts'
import { Members, type MembersProps } from './Members.tsx'

export type MembersButtonProps = MembersProps

/**
 * A button that opens `Members` in a dialog. `TeamPanel` has one if its client has a member's session.
 *
 * @example
 * ```tsx
 * import { MembersButton } from '@seats/react/ui'
 *
 * export const Company = () => <MembersButton />
 * ```
 */
export const MembersButton = ({ you, ...look }: MembersButtonProps): ReactElement => (
  <Frame part="members-button" {...look}>
    <Opener you={you} />
  </Frame>
)

function Opener({ you }: Pick<MembersButtonProps, 'you'>) {
  const { members, common } = useMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="seats-button seats-small" onClick={() => setOpen(true)}>
        {members.open}
      </button>
      {isOpen && (
        <Dialog title={members.title} close={common.close} onClose={() => setOpen(false)}>
          {() => <Members you={you} />}
        </Dialog>
      )}
    </>
  )
}
