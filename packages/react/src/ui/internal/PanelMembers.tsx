import { useState, type ReactElement } from 'react'
import { MembersButton } from '../MembersButton.tsx'

interface Props {
  canManage: boolean
  you: string | undefined
}

/**
 * The members in `TeamPanel`. A refused change makes the permissions unknown for a moment, so `MembersButton` decides by
 * itself when it disappears: its open dialog says why the change was refused.
 */
export function PanelMembers({ canManage, you }: Props): ReactElement | null {
  const [wasShown, setShown] = useState(canManage)
  if (canManage && !wasShown) setShown(true)
  return wasShown ? <MembersButton you={you} /> : null
}
