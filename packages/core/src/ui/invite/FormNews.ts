import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'

/** The texts of the invite form, and the invitee whom they are about. */
export interface FormNews {
  invitee: SeatInvitee
  /** Announces a success. */
  success: string
  /** Says what went wrong. */
  problem: string
  isPending: boolean
}

/** Returns the message about an invitee. The invitation is pending until there is a message, unless it could not begin. */
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
