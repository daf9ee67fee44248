import { isSeatsError } from '../../errors/isSeatsError.ts'
import { explainError } from '../../messages/explainError.ts'
import type { PanelMessages } from '../../messages/PanelMessages.ts'
import { isNobodysSeat } from '../../roster/isNobodysSeat.ts'
import { lostSeat } from '../../roster/lostSeat.ts'
import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
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
  /** Reads the roster, and shows it. */
  read: (options: { throwOnError: true }) => Promise<{ data: SeatsList | undefined }>
  resend: (seat: CustomerSeat) => Promise<unknown>
  reinvite: (seat: CustomerSeat) => Promise<unknown>
  revoke: (seat: CustomerSeat) => Promise<CustomerSeat>
  assign: (invitee: SeatInvitee) => Promise<CustomerSeat>
}

/** The actions of a row. They send no call while another call for the same row is under way. */
export interface RowActions {
  resend(row: RosterRow): void
  reinvite(row: RosterRow): void
  /**
   * Revokes at once if nobody has the seat, or if it is another person's invitation and the revoke can be undone.
   * Otherwise shows a question. Also shows it if the person has accepted the invitation meanwhile.
   */
  revoke(row: RosterRow): void
  /** Revokes. Call this when the user has agreed to the question of `revoke`. */
  confirm(row: RosterRow): void
  /** Removes the question or the message of a row. */
  dismiss(row: RosterRow): void
  /** Gives a revoked seat back to the person of the row. */
  undo(row: RosterRow): void
}

/** The message at the end of a call, with the row if the row has changed. */
type Outcome = Omit<RowNote, 'row'> & Partial<Pick<RowNote, 'row'>>

/** The codes of the errors that explain why a person no longer has a seat: somebody else has changed the seat. */
const goneRowCodes: ReadonlySet<string> = new Set(['SeatOccupantChanged', 'SeatNotPending'])

/**
 * Creates the actions of a table's rows. The actions store their messages in `notes`.
 *
 * @param calls Returns the current calls, texts and permissions.
 */
export function createRowActions(notes: RowNotes, clickFilter: ClickFilter, calls: () => RowCalls): RowActions {
  function showNote(row: RosterRow, note: Outcome) {
    const key = rowKey(row.seat)
    clickFilter.touch(key)
    const shownNote = { row, ...note }
    notes.set(key, shownNote)
    const isBrief = note.step === 'done' || (note.step === 'gone' && !note.canUndo)
    if (isBrief) setTimeout(() => notes.getState().notes.get(key) === shownNote && notes.clear(key), briefNoteMs)
  }

  async function run(
    row: RosterRow,
    action: NonNullable<RowNote['action']>,
    message: string,
    call: () => Promise<Outcome>,
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

  /** Reads the roster. Returns the row as it is now, if the person has accepted the invitation of the row. */
  async function findAccepted(row: RosterRow): Promise<RosterRow | undefined> {
    const { data } = await calls().read({ throwOnError: true })
    const seat = data?.seats.find(({ id }) => id === row.seat.id)
    if (seat?.status !== 'claimed' || !sameOccupant(seat, row.seat)) return undefined
    return { ...row, seat, status: 'claimed' }
  }

  function confirm(row: RosterRow) {
    const { messages, revoke } = calls()
    const isNobodys = isNobodysSeat(row.seat)
    const { revoking, revoked, freeing, freed } = messages.row
    const who = row.name
    void run(row, 'revoke', isNobodys ? freeing : revoking({ who }), async () => {
      // A person who has accepted the invitation meanwhile would lose access without a question about that.
      const activeRow = row.seat.status === 'pending' ? await findAccepted(row) : undefined
      if (activeRow) return { step: 'asking', message: questionAbout(activeRow, calls().can, messages), row: activeRow }
      // If the person accepts just before the revoke, the answer shows it, and Undo gives access back.
      const seat = lostSeat(row.seat, await revoke(row.seat))
      const { can } = calls()
      const canUndo = !isNobodys && can.assignSeat
      const undoInvites = !undoRejoins(seat, can)
      return {
        step: 'gone',
        message: isNobodys ? freed : revoked({ who }),
        canUndo,
        undoInvites,
        row: { ...row, seat },
      }
    })
  }

  return {
    confirm,
    revoke(row) {
      const { messages, can } = calls()
      if (needsQuestion(row, can)) showNote(row, { step: 'asking', message: questionAbout(row, can, messages) })
      else confirm(row)
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

/** Returns whether an undo would give the seat back at once, without an invitation. */
const undoRejoins = ({ status }: CustomerSeat, { immediateClaim }: SeatPermissions) =>
  immediateClaim && status === 'claimed'

const isOthersInvitation = ({ seat, isYou }: RosterRow) => seat.status === 'pending' && !isYou

/**
 * Returns whether a question is shown before a revoke. There is none for a seat that nobody has, and for another
 * person's invitation if its revoke can be undone.
 */
const needsQuestion = (row: RosterRow, { assignSeat }: SeatPermissions) =>
  row.status !== 'nobody' && !(isOthersInvitation(row) && assignSeat)

/** Returns the question before a revoke. It says what an undo would do. */
function questionAbout(shown: RosterRow, can: SeatPermissions, { row }: PanelMessages): string {
  const { seat, name, address, isYou } = shown
  const who = address === null ? name : `${name} (${address})`
  const ask = isOthersInvitation(shown) ? row.askRevokeInvitation : row.askRevoke
  const undoAssigns = undoRejoins(seat, can) ? row.undoRejoins : row.undoInvites
  return `${isYou ? row.askRevokeYou : ask({ who })} ${can.assignSeat ? undoAssigns : row.undoNever}`
}
