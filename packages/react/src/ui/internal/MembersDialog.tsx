import type { ReactElement } from 'react'
import { Members, type MembersProps } from '../Members.tsx'
import type { CommonProps } from '../PartProps.ts'
import { Dialog } from './Dialog.tsx'
import { useAllMessages } from './useAllMessages.ts'

interface Props extends Omit<MembersProps, keyof CommonProps> {
  onClose: () => void
}

/** Shows the members in a dialog. */
export function MembersDialog({ onClose, ...listProps }: Props): ReactElement {
  const { members, common } = useAllMessages()
  return (
    <Dialog title={members.title} closeLabel={common.close} onClose={onClose}>
      {() => <Members {...listProps} />}
    </Dialog>
  )
}
