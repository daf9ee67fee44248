import type { ReactElement } from 'react'
import { Members, type MembersProps } from '../Members.tsx'
import type { CommonProps } from '../PartProps.ts'
import { Dialog } from './Dialog.tsx'
import { useMessages } from './useMessages.ts'

interface Props extends Omit<MembersProps, keyof CommonProps> {
  onClose: () => void
}

/** Shows the members in a dialog. */
export function MembersDialog({ onClose, ...list }: Props): ReactElement {
  const { members, common } = useMessages()
  return (
    <Dialog title={members.title} close={common.close} onClose={onClose}>
      {() => <Members {...list} />}
    </Dialog>
  )
}
