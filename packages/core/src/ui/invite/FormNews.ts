import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'

/** The texts of the invite form, and the request that they are about. */
export interface FormNews {
  request: SeatInvitee
  /** Announces a success. */
  said: string
  /** Says what went wrong. */
  problem: string
  isPending: boolean
}

/** Returns the message about a request. The request is pending until it has a message, unless it could not begin. */
export function newsOf(
  request: SeatInvitee | undefined,
  news: FormNews | undefined,
  startProblem: string | undefined,
): Omit<FormNews, 'request'> {
  if (request && news?.request === request) return news
  return {
    said: '',
    problem: (request && startProblem) ?? '',
    isPending: request !== undefined && startProblem === undefined,
  }
}
