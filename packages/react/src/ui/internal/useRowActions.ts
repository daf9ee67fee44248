import type { SeatPermissions, SeatSource } from '@seats/core'
import { createRowTable, type ClickGuard, type RowActions, type RowCalls, type RowNews } from '@seats/core/ui'
import { useLayoutEffect, useState } from 'react'
import { useAssignSeat, useReinviteSeat, useResendInvitation, useRevokeSeat } from '../../exports/index.ts'
import { useMessages } from './useMessages.ts'
import { useStore } from './useStore.ts'

interface Result {
  actions: RowActions
  news: RowNews
  guard: ClickGuard
}

/** Returns the actions of a table's rows, and their news. */
export function useRowActions(source: SeatSource | null | undefined, can: SeatPermissions): Result {
  const calls: RowCalls = {
    messages: useMessages(),
    can,
    resend: useResendInvitation(source).mutateAsync,
    reinvite: useReinviteSeat(source).mutateAsync,
    revoke: useRevokeSeat(source).mutateAsync,
    assign: useAssignSeat(source).mutateAsync,
  }
  const [{ notes, guard, actions, use }] = useState(() => createRowTable(calls))
  useLayoutEffect(() => use(calls))
  return { actions, guard, news: useStore(notes, notes.now()) }
}
