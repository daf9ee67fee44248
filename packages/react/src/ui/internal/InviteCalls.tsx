import type { CustomerSeat, SeatInvitee } from '@seats/core'
import { inviteNews, isInviteOver, type FormNews } from '@seats/core/ui'
import { useEffect, useRef, useState } from 'react'
import { useAssignSeat, useSeats } from '../../exports/index.ts'
import type { PartProps } from '../PartProps.ts'
import { useMessages } from './useMessages.ts'

interface Props extends Pick<PartProps, 'source'> {
  /** The person to invite. Each new object is sent once. */
  request: SeatInvitee | undefined
  onNews: (news: FormNews) => void
  onSuccess: (seat: CustomerSeat, invitee: SeatInvitee) => void
}

/** Sends the invitations of the form, and reports the results to the form. Shows nothing. Loaded after the form. */
export function InviteCalls({ source, request, onNews, onSuccess }: Props): null {
  const messages = useMessages()
  const { data: roster } = useSeats(source, { live: true })
  const assign = useAssignSeat(source, { onSuccess })
  const { mutate, reset, variables, data, error, isPending } = assign
  const { seat, said, problem } = inviteNews({ variables, data, error }, roster, messages)
  const [outdatedRequest, setOutdatedRequest] = useState<SeatInvitee>()

  const sentInvitee = useRef<SeatInvitee>(undefined)
  useEffect(() => {
    if (sentInvitee.current === request) return
    sentInvitee.current = request
    if (request) mutate(request)
    else reset()
  }, [request, mutate, reset])

  // The success of a call whose answer was lost is announced once, when the roster shows the seat.
  const reportedNews = useRef<unknown>(null)
  useEffect(() => {
    if (!error || !variables || !seat || reportedNews.current === error) return
    reportedNews.current = error
    onSuccess(seat, variables)
  })
  const lastRoster = useRef(roster)
  useEffect(() => {
    const rosterBefore = lastRoster.current
    lastRoster.current = roster
    if (!isInviteOver({ variables, error }, rosterBefore, roster)) return
    setOutdatedRequest(variables)
    reset()
  }, [roster, variables, error, reset])

  useEffect(() => {
    if (request && (variables === request || outdatedRequest === request)) onNews({ request, said, problem, isPending })
  }, [request, variables, outdatedRequest, said, problem, isPending, onNews])
  return null
}
