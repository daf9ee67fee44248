import type { SeatsError } from '../../errors/SeatsError.ts'
import { explainError } from '../../messages/explainError.ts'
import type { PanelMessages } from '../../messages/PanelMessages.ts'
import { baseRoster } from '../../query/roster/baseRoster.ts'
import { findSeat } from '../../roster/findSeat.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/** The state of a call of `useAssignSeat`: its input as `variables`, and later its answer as `data`, or its error. */
export interface InviteCall {
  variables: SeatInvitee | undefined
  data: CustomerSeat | undefined
  error: SeatsError | null
  /** The roster when the call was sent. Undefined if it was not loaded then. */
  rosterBefore: SeatsList | undefined
}

/** The result of `inviteNews`. `success` or `problem` is empty, and both are before the answer. */
export interface InviteNews {
  /** The seat of the answer. If the answer was lost, a seat of the person that was not on the roster before the call. */
  seat?: CustomerSeat | undefined
  /** Announces a success. */
  success: string
  /** Says what went wrong. */
  problem: string
}

/** Returns the texts about the result of an invitation, and the invitee's seat if there is one. */
export function inviteNews(
  { variables, data, error, rosterBefore }: InviteCall,
  roster: SeatsList | undefined,
  messages: PanelMessages,
): InviteNews {
  const { inviteForm, table } = messages
  const who = variables?.email ?? ''
  const seat = data ?? (error?.isAmbiguous ? newSeat() : undefined)
  if (seat) {
    return {
      seat,
      success: seat.status === 'claimed' ? inviteForm.seated({ who }) : inviteForm.invited({ who }),
      problem: '',
    }
  }
  return { success: '', problem: problem() }

  function newSeat(): CustomerSeat | undefined {
    const seatNow = seatOf(variables, roster)
    return rosterBefore && seatNow?.id !== seatOf(variables, rosterBefore)?.id ? seatNow : undefined
  }

  function problem(): string {
    if (!error) return ''
    if (error.isAmbiguous) return inviteForm.lost({ who })
    const hasNoSeats = error.code === 'SeatNotAvailable' && roster?.total_seats === 0
    return hasNoSeats ? table.emptyWithoutSeats : explainError(error, messages, { who })
  }
}

/**
 * Returns whether a change of the roster makes the text about an invitation wrong: the invitee has lost the seat, or
 * the text says that no seat is free and a seat has become free.
 */
export function isInviteOver(
  { variables, error }: Pick<InviteCall, 'variables' | 'error'>,
  rosterBefore: SeatsList | undefined,
  rosterNow: SeatsList | undefined,
): boolean {
  if (seatOf(variables, rosterBefore) && rosterNow && !seatOf(variables, rosterNow)) return true
  return error?.code === 'SeatNotAvailable' && freeSeats(rosterBefore) === 0 && (freeSeats(rosterNow) ?? 0) > 0
}

const freeSeats = (roster: SeatsList | undefined) => baseRoster(roster)?.available_seats

function seatOf(invitee: SeatInvitee | undefined, shownRoster: SeatsList | undefined): CustomerSeat | undefined {
  const roster = baseRoster(shownRoster)
  return roster && invitee && findSeat(roster, invitee)
}
