import type { CustomerSeat, SeatInvitee } from '@seats/core'
import { inviteNews, isInviteOver, type FormNews } from '@seats/core/ui'
import { useEffect, useRef, useState } from 'react'
import { useAssignSeat, useSeats } from '../../exports/index.ts'
import type { PartProps } from '../PartProps.ts'
import { useMessages } from './useMessages.ts'

interface Props extends Pick<PartProps, 'source'> {
  /** The person to invite. Each new object is sent once. */
  invitee: SeatInvitee | undefined
  onNews: (news: FormNews) => void
  onSuccess: (seat: CustomerSeat, invitee: SeatInvitee) => void
}

/**
 * Sends the invitations of the form, and reports the results to the form. Shows nothing. The code of this component is
 * loaded after the form is shown.
 */
export function InviteCalls({ source, invitee, onNews, onSuccess }: Props): null {
  const messages = useMessages()
  const { data: roster } = useSeats(source, { live: true })
  const assign = useAssignSeat(source, { onSuccess })
  const { mutate, reset, variables, data, error, isPending } = assign
  const [rosterBefore, setRosterBefore] = useState(roster)
  const { seat, success, problem } = inviteNews({ variables, data, error, rosterBefore }, roster, messages)
  const [outdatedInvitee, setOutdatedInvitee] = useState<SeatInvitee>()

  const sentInvitee = useRef<SeatInvitee>(undefined)
  useEffect(() => {
    if (sentInvitee.current === invitee) return
    sentInvitee.current = invitee
    setRosterBefore(roster)
    if (invitee) mutate(invitee)
    else reset()
  }, [invitee, roster, mutate, reset])

  // If the answer of a call was lost, its success is reported once, when the roster shows the seat.
  const reportedError = useRef<unknown>(null)
  useEffect(() => {
    if (!error || !variables || !seat || reportedError.current === error) return
    reportedError.current = error
    onSuccess(seat, variables)
  })
  const lastRoster = useRef(roster)
  useEffect(() => {
    const rosterBefore = lastRoster.current
    lastRoster.current = roster
    if (!isInviteOver({ variables, error }, rosterBefore, roster)) return
    setOutdatedInvitee(variables)
    reset()
  }, [roster, variables, error, reset])

  useEffect(() => {
    if (invitee && (variables === invitee || outdatedInvitee === invitee))
      onNews({ invitee, success, problem, isPending })
  }, [invitee, variables, outdatedInvitee, success, problem, isPending, onNews])
  return null
}
