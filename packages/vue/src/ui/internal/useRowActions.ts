import type { SeatPermissions, SeatSource } from '@seats/core'
import type { Messages } from '@seats/core/messages'
import {
  createClickGuard,
  createRowActions,
  createRowNotes,
  type ClickGuard,
  type RowActions,
  type RowNews,
} from '@seats/core/ui'
import type { ComputedRef, ShallowRef } from 'vue'
import { useAssignSeat, useReinviteSeat, useResendInvitation, useRevokeSeat } from '../../exports/index.ts'
import { useStore } from './useStore.ts'

interface Result {
  actions: RowActions
  news: Readonly<ShallowRef<RowNews>>
  guard: ClickGuard
}

/** Returns the actions of a table's rows, and their news. */
export function useRowActions(
  source: () => SeatSource | null | undefined,
  can: ComputedRef<SeatPermissions>,
  messages: ComputedRef<Messages>,
): Result {
  const { mutateAsync: resend } = useResendInvitation(source)
  const { mutateAsync: reinvite } = useReinviteSeat(source)
  const { mutateAsync: revoke } = useRevokeSeat(source)
  const { mutateAsync: assign } = useAssignSeat(source)
  const notes = createRowNotes()
  const guard = createClickGuard()
  const actions = createRowActions(notes, guard, () => ({
    messages: messages.value,
    can: can.value,
    resend,
    reinvite,
    revoke,
    assign,
  }))
  return { actions, guard, news: useStore(notes, notes.now()) }
}
