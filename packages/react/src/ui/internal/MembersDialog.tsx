import type { ReactElement } from 'react'
import { Members, type MembersProps } from '../Members.tsx'
import { Dialog } from './Dialog.tsx'
import { useMessages } from './useMessages.ts'

interface Props extends Pick<MembersProps, 'you'> {
  onClose: () => void
}

/** Shows the members in a dialog. */
export function MembersDialog({ you, onClose }: Props): ReactElement {
  const { members, common } = useMessages()
  return (
    <Dialog title={members.title} close={common.close} onClose={onClose}>
      {() => <Members you={you} />}
    </Dialog>
  )
}
