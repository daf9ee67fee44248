import { useState, type ReactElement } from 'react'
import { useSeatsClient } from '../../exports/index.ts'
import { MembersButton } from '../MembersButton.tsx'

interface Props {
  canManage: boolean
  you: string | undefined
}

/**
 * The members in `TeamPanel`. A refused change makes the permissions unknown for a moment, so `MembersButton` decides by
 * itself when it disappears: its open dialog says why the change was refused. Another client has to be allowed anew.
 */
export function PanelMembers({ canManage, you }: Props): ReactElement | null {
  const client = useSeatsClient()
  const [managingClient, setManagingClient] = useState(canManage ? client : undefined)
  if (canManage && managingClient !== client) setManagingClient(client)
  return managingClient === client ? <MembersButton you={you} /> : null
}
