import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'

/** The texts about an invitation below the invite form, and the invitee of that invitation. */
export interface FormNews {
  invitee: SeatInvitee
  /** Announces a success. */
  success: string
  /** Says what went wrong. */
  problem: string
  /** True while the invitation is being sent. */
  isPending: boolean
}

/**
 * Returns the texts for the last invitee. Without news about this invitee, the invitation is pending, unless it could
 * not begin.
 *
 * @param startProblem says why the invitation could not begin; undefined if it could
 */
export function newsOf(
  invitee: SeatInvitee | undefined,
  news: FormNews | undefined,
  startProblem: string | undefined,
): Omit<FormNews, 'invitee'> {
  if (invitee && news?.invitee === invitee) return news
  return {
    success: '',
    problem: (invitee && startProblem) ?? '',
    isPending: invitee !== undefined && startProblem === undefined,
  }
}
