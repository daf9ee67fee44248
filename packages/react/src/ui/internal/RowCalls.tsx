import type { SeatPermissions } from '@seats/core'
import {
  createClickFilter,
  createRowActions,
  dropOldNotes,
  filterClicks,
  ignoreHeldKeys,
  ignoreLateRowClicks,
  type FilteredActions,
  type RosterRow,
  type RowCalls as Calls,
  type RowNotes,
} from '@seats/core/ui'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useAssignSeat, useReinviteSeat, useResendInvitation, useRevokeSeat, useSeats } from '../../exports/index.ts'
import type { PartProps } from '../PartProps.ts'
import { useMessages } from './useMessages.ts'

interface Props extends Pick<PartProps, 'source'> {
  can: SeatPermissions
  notes: RowNotes
  everyone: readonly RosterRow[]
  /** The element around the rows. */
  box: RefObject<HTMLElement | null>
  onReady: (actions: FilteredActions) => void
}

/** The table reads the roster. Here it is read only by `refetch`, which fails at once if the browser is offline. */
const onlyOnRequest = { enabled: false, networkMode: 'always' } as const

/**
 * Creates the actions of a table's rows. Shows nothing. The code of this component is loaded only for users who may use
 * an action.
 */
export function RowCalls({ source, can, notes, everyone, box, onReady }: Props): null {
  const calls: Calls = {
    messages: useMessages(),
    can,
    read: useSeats(source, onlyOnRequest).refetch,
    resend: useResendInvitation(source).mutateAsync,
    reinvite: useReinviteSeat(source).mutateAsync,
    revoke: useRevokeSeat(source).mutateAsync,
    assign: useAssignSeat(source).mutateAsync,
  }
  const latestCalls = useRef(calls)
  useLayoutEffect(() => {
    latestCalls.current = calls
  })
  const [clickFilter] = useState(createClickFilter)
  useEffect(
    () =>
      onReady(
        filterClicks(
          createRowActions(notes, clickFilter, () => latestCalls.current),
          clickFilter,
        ),
      ),
    [notes, clickFilter, onReady],
  )
  useEffect(() => dropOldNotes(notes, everyone, clickFilter), [notes, everyone, clickFilter])
  useEffect(() => ignoreLateRowClicks(() => box.current), [box])
  useEffect(() => ignoreHeldKeys(document), [])
  return null
}
