import type { SeatClaimInfo } from '@seats/core'
import { isSeatsError } from '@seats/core'
import { explain } from './explain.ts'
import { text } from './text.ts'

export interface ClaimScreen {
  kind: 'loading' | 'ready' | 'done' | 'problem'
  title: string
  body: string
  /** What went wrong with the last try; there is another. */
  problem?: string
  action?: 'claim' | 'retry' | 'open'
}

interface ClaimState {
  token: string | null
  info: SeatClaimInfo | undefined
  infoError: unknown
  claimError: unknown
  isClaimed: boolean
}

const words = text.claim

/** What the claim page shows. */
export function claimScreen({ token, info, infoError, claimError, isClaimed }: ClaimState): ClaimScreen {
  if (token === null) return { kind: 'problem', title: words.missingTitle, body: words.missing }
  if (isClaimed && info)
    return { kind: 'done', title: words.doneTitle, body: words.done(info.product_name), action: 'open' }
  if (isDead(claimError) || isDead(infoError)) {
    return {
      kind: 'problem',
      title: words.deadTitle,
      body: `${explain(claimError ?? infoError)} ${words.deadHelp}`,
      action: 'open',
    }
  }
  if (info) {
    return {
      kind: 'ready',
      title: words.title(info.organization_name),
      body: words.body(info.product_name, info.customer_email),
      action: 'claim',
      ...(isSeatsError(claimError) && { problem: explain(claimError) }),
    }
  }
  if (infoError) return { kind: 'problem', title: words.failedTitle, body: explain(infoError), action: 'retry' }
  return { kind: 'loading', title: words.loading, body: '' }
}

const isDead = (error: unknown) =>
  isSeatsError(error) && (error.status === 404 || error.code === 'InvalidInvitationToken')
