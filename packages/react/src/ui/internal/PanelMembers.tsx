import { useState, type ReactElement } from 'react'
import { useSeatsClient } from '../../exports/index.ts'
import { MembersButton } from '../MembersButton.tsx'

interface Props {
  canManage: boolean
  you: string | undefined
}

/**
 * Shows the members' button in `TeamPanel` as soon as `canManage` is true. The button stays if `canManage` becomes
 * false, because the user can have lost the role when a change is refused, and the open dialog has to say why the change
 * was refused. From then on, `MembersButton` decides whether the button is shown. For another client, the
 * button appears only when `canManage` is true again.
 */
export function PanelMembers({ canManage, you }: Props): ReactElement | null {
  const client = useSeatsClient()
  const [managingClient, setManagingClient] = useState(canManage ? client : undefined)
  if (canManage && managingClient !== client) setManagingClient(client)
  return managingClient === client ? <MembersButton you={you} /> : null
}
