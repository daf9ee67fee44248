import { useState, type ReactElement } from 'react'
import { useSeatsClient } from '../../exports/index.ts'
import { MembersButton } from '../MembersButton.tsx'

interface Props {
  canManage: boolean
  you: string | undefined
}

/**
 * The button for the members in `TeamPanel`. Once `canManage` was true, the button stays although `canManage` becomes
 * false: after a refused change the permissions are unknown for a moment, and the open dialog has to say why the change
 * was refused. `MembersButton` itself decides when it disappears. For another client, `canManage` has to be true again.
 */
export function PanelMembers({ canManage, you }: Props): ReactElement | null {
  const client = useSeatsClient()
  const [managingClient, setManagingClient] = useState(canManage ? client : undefined)
  if (canManage && managingClient !== client) setManagingClient(client)
  return managingClient === client ? <MembersButton you={you} /> : null
}
