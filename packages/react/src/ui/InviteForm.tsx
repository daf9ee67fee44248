'use client'

import type { CustomerSeat, SeatInvitee } from '@seats/core'
import type { ReactElement } from 'react'
import type { InviteSlots } from './InviteSlots.ts'
import { Frame } from './internal/Frame.tsx'
import { Skeleton } from './internal/Skeleton.tsx'
import { useCan } from './internal/useCan.ts'
import { useLoaded } from './internal/useLoaded.ts'
import { useMessages } from './internal/useMessages.ts'
import type { PartProps } from './PartProps.ts'

export interface InviteFormProps extends PartProps, InviteSlots {
  /** Called with the new seat, and with the person and metadata that were sent. */
  onSuccess?: ((seat: CustomerSeat, invitee: SeatInvitee) => void) | undefined
}

/**
 * Invites one person. A list of addresses that is pasted opens the dialog for many. Its code is loaded for a user who may
 * invite; it shows nothing to others.
 *
 * @example
 * ```tsx
 * import { InviteForm } from '@seats/react/ui'
 *
 * export const Invite = ({ id }: { id: string }) => <InviteForm source={{ subscription_id: id }} />
 * ```
 */
export function InviteForm({ source, renderFields, onSuccess, ...look }: InviteFormProps): ReactElement | null {
  const can = useCan(source)
  if (!can.assignSeat) return null
  return (
    <Frame part="invite" {...look}>
      <Form {...{ source, renderFields, onSuccess }} hasImmediateClaim={can.immediateClaim} />
    </Frame>
  )
}

const load = async () => (await import('./internal/InviteFields.tsx')).InviteFields

export interface InviteFieldsProps extends Pick<InviteFormProps, 'source' | 'renderFields' | 'onSuccess'> {
  hasImmediateClaim: boolean
}

function Form(props: InviteFieldsProps) {
  const { part: InviteFields, hasFailed, retry } = useLoaded(true, load)
  const { errors, common } = useMessages()
  if (InviteFields) return <InviteFields {...props} />
  return hasFailed ? (
    <p className="seats-banner" role="alert">
      {errors.unknown}
      <button type="button" className="seats-button seats-small" onClick={retry}>
        {common.retry}
      </button>
    </p>
  ) : (
    <Skeleton bones={['form']} />
  )
}
