import { isSeatsError } from '../../errors/isSeatsError.ts'
import { explainError } from '../../messages/explainError.ts'
import type { PanelMessages } from '../../messages/PanelMessages.ts'
import { isNobodysSeat } from '../../roster/isNobodysSeat.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { RosterRow } from '../roster/RosterRow.ts'
import { inviteeForLastOccupant } from '../roster/inviteeForLastOccupant.ts'
import type { ClickFilter } from './createClickFilter.ts'
import type { RowNotes } from './createRowNotes.ts'
import { rowKey } from './rowKey.ts'
import type { RowNote } from './RowNote.ts'

/**
 * The time in milliseconds after which a message about a success disappears. Problems and messages with Undo stay
 * longer: until the user dismisses them, or `dropOldNotes` removes them.
 */
const briefNoteMs = 6_000

/** The calls of a table, its texts, and the user's permissions. */
export interface RowCalls {
  messages: PanelMessages
  can: SeatPermissions
  resend: (seat: CustomerSeat) => Promise<unknown>
  reinvite: (seat: CustomerSeat) => Promise<unknown>
  revoke: (seat: CustomerSeat) => Promise<unknown>
  assign: (invitee: SeatInvitee) => Promise<CustomerSeat>
}

/** The actions of a row. They send no call while another call for the same row is under way. */
export interface RowActions {
  resend(row: RosterRow): void
  reinvite(row: RosterRow): void
  /**
   * Revokes at once if nobody has the seat, or if it is another person's invitation and the revoke can be undone.
   * Otherwise shows a question.
   */
  revoke(row: RosterRow): void
  /** Revokes. Call this when the user has agreed to the question of `revoke`. */
  confirm(row: RosterRow): void
  /** Removes the question or the message of a row. */
  dismiss(row: RosterRow): void
  /** Gives a revoked seat back to the person of the row. */
  undo(row: RosterRow): void
}

/** The codes of the errors that explain why a person no longer has a seat: somebody else has changed the seat. */
const goneRowCodes: ReadonlySet<string> = new Set(['SeatOccupantChanged', 'SeatNotPending'])

/**
 * Creates the actions of a table's rows. The actions store their messages in `notes`.
 *
 * @param calls Returns the current calls, texts and permissions.
 */
export function createRowActions(notes: RowNotes, clickFilter: ClickFilter, calls: () => RowCalls): RowActions {
  function showNote(row: RosterRow, note: Omit<RowNote, 'row'>) {
    const key = rowKey(row.seat)
    clickFilter.touch(key)
    const shownNote = { ...note, row }
    notes.set(key, shownNote)
    const isBrief = note.step === 'done' || (note.step === 'gone' && !note.canUndo)
    if (isBrief) setTimeout(() => notes.getState().notes.get(key) === shownNote && notes.clear(key), briefNoteMs)
  }

  async function run(
    row: RosterRow,
    action: NonNullable<RowNote['action']>,
    message: string,
    call: () => Promise<Omit<RowNote, 'row'>>,
    noteIfFailed: Partial<RowNote> = {},
  ): Promise<void> {
    // The second click of a double click can come before the row has changed.
    if (notes.getState().notes.get(rowKey(row.seat))?.step === 'busy') return
    showNote(row, { step: 'busy', action, message })
    try {
      showNote(row, await call())
    } catch (error) {
      const { messages } = calls()
      const reason = explainError(error, messages, { who: row.name })
      const outlivesSeat = isSeatsError(error) && goneRowCodes.has(error.code) ? true : undefined
      showNote(row, {
        step: 'problem',
        message: messages.common.failed({ who: row.name, why: reason }),
        outlivesSeat,
        ...noteIfFailed,
      })
    }
  }

  function confirm(row: RosterRow) {
    const { messages, revoke } = calls()
    const isNobodys = isNobodysSeat(row.seat)
    const { revoking, revoked, freeing, freed } = messages.row
    const who = row.name
    void run(row, 'revoke', isNobodys ? freeing : revoking({ who }), async () => {
      await revoke(row.seat)
      const canUndo = !isNobodys && calls().can.assignSeat
      return { step: 'gone', message: isNobodys ? freed : revoked({ who }), canUndo }
    })
  }

  return {
    confirm,
    revoke(row) {
      const { messages, can } = calls()
      const question = revokeQuestion(row, can, messages)
      if (question === undefined) confirm(row)
      else showNote(row, { step: 'asking', message: question })
    },
    resend(row) {
      const { messages, resend } = calls()
      const who = row.name
      void run(row, 'resend', messages.row.resending({ who }), async () => {
        await resend(row.seat)
        return { step: 'done', message: messages.row.resent({ who }) }
      })
    },
    reinvite(row) {
      const { messages, reinvite } = calls()
      const who = row.name
      const send = async (): Promise<Omit<RowNote, 'row'>> => {
        await reinvite(row.seat)
        return { step: 'done', action: 'reinvite', message: messages.row.reinvited({ who }) }
      }
      // A reinvite revokes the seat first, so its error must stay even if the seat is gone.
      void run(row, 'reinvite', messages.row.reinviting({ who }), send, { outlivesSeat: true })
    },
    undo(row) {
      const { messages, can, assign } = calls()
      const who = row.name
      const { restoring, restored, restoredAsInvited } = messages.row
      const assignAgain = async (): Promise<Omit<RowNote, 'row'>> => {
        const { status } = await assign(inviteeForLastOccupant(row.seat, can.immediateClaim))
        const message = status === 'claimed' ? restored({ who }) : restoredAsInvited({ who })
        return { step: 'done', action: 'undo', message }
      }
      void run(row, 'undo', restoring({ who }), assignAgain, { step: 'gone', canUndo: true })
    },
    dismiss(row) {
      clickFilter.touch(rowKey(row.seat))
      notes.clear(rowKey(row.seat))
    },
  }
}

/**
 * Returns the question before a revoke. Returns undefined for a seat that nobody has, and for another person's
 * invitation if its revoke can be undone.
 */
function revokeQuestion(
  { seat, status, name, address, isYou }: RosterRow,
  { assignSeat, immediateClaim }: SeatPermissions,
  { row }: PanelMessages,
): string | undefined {
  const isInvitation = seat.status === 'pending' && !isYou
  if (status === 'nobody' || (isInvitation && assignSeat)) return undefined
  const who = address === null ? name : `${name} (${address})`
  const ask = isInvitation ? row.askRevokeInvitation : row.askRevoke
  const undoAssigns = immediateClaim && seat.status === 'claimed' ? row.undoRejoins : row.undoInvites
  return `${isYou ? row.askRevokeYou : ask({ who })} ${assignSeat ? undoAssigns : row.undoNever}`
}
