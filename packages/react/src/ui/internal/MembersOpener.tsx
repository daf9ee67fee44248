import type { SeatRecipient } from '@seats/core'
import { useState, type ReactElement } from 'react'
import { Members } from '../Members.tsx'
import { Dialog } from './Dialog.tsx'
import { useMessages } from './useMessages.ts'

/** A button that opens the list of members. It is loaded for a client with a member's session. */
export function MembersOpener({ you }: { you: SeatRecipient | undefined }): ReactElement {
  const { members, common } = useMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="seats-button seats-small" onClick={() => setOpen(true)}>
        {members.open}
      </button>
      {isOpen && (
        <Dialog title={members.title} close={common.close} onClose={() => setOpen(false)}>
          {() => <Members you={you?.email} />}
        </Dialog>
      )}
    </>
  )
}
