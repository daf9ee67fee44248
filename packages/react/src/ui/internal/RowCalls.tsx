import type { SeatPermissions } from '@seats/core'
import {
  createRowActions,
  ignoreLateRowClicks,
  type ClickGuard,
  type RowActions,
  type RowCalls as Calls,
  type RowNotes,
} from '@seats/core/ui'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useAssignSeat, useReinviteSeat, useResendInvitation, useRevokeSeat } from '../../exports/index.ts'
import type { PartProps } from '../PartProps.ts'
import { useMessages } from './useMessages.ts'

interface Props extends Pick<PartProps, 'source'> {
  can: SeatPermissions
  notes: RowNotes
  guard: ClickGuard
  onReady: (actions: RowActions) => void
}

/** Creates the actions of a table's rows. Shows nothing. Loaded only for users who may use an action. */
export function RowCalls({ source, can, notes, guard, onReady }: Props): null {
  const calls: Calls = {
    messages: useMessages(),
    can,
    resend: useResendInvitation(source).mutateAsync,
    reinvite: useReinviteSeat(source).mutateAsync,
    revoke: useRevokeSeat(source).mutateAsync,
    assign: useAssignSeat(source).mutateAsync,
  }
  const latest = useRef(calls)
  useLayoutEffect(() => {
    latest.current = calls
  })
  useEffect(() => onReady(createRowActions(notes, guard, () => latest.current)), [notes, guard, onReady])
  useEffect(() => ignoreLateRowClicks(document), [])
  return null
}
