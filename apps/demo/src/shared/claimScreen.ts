import type { ClaimFlowState } from '@seats/core'
import { explain } from './explain.ts'
import { text } from './text.ts'

export interface ClaimScreen {
  kind: 'loading' | 'ready' | 'done' | 'problem'
  title: string
  body: string
  /** Why the last try failed. The user can try again. */
  problem?: string
  action?: { does: 'claim'; label: string; busy: boolean } | { does: 'open'; label: string }
}

const words = text.claim

/** Returns the texts and the button of the claim page. */
export function claimScreen(token: string | null, state: ClaimFlowState): ClaimScreen {
  if (token === null) return { kind: 'problem', title: words.missingTitle, body: words.missing }
  switch (state.status) {
    case 'loading':
      return { kind: 'loading', title: words.loading, body: '' }
    case 'ready':
    case 'claiming':
      return ready(state.info, state.status === 'claiming', 'error' in state ? state.error : undefined)
    case 'claimed': {
      const body = state.benefits === 'waiting' ? words.preparing : words.done(state.info.product_name)
      return { kind: 'done', title: words.doneTitle, body, action: open }
    }
    case 'unavailable':
      return {
        kind: 'problem',
        title: words.deadTitle,
        body: `${explain(state.error)} ${words.deadHelp}`,
        action: open,
      }
    case 'failed':
      return state.info ? ready(state.info, false, state.error) : failed(state.error)
  }
}

const open = { does: 'open', label: words.open } as const

function ready(info: Invitation, busy: boolean, error: unknown): ClaimScreen {
  return {
    kind: 'ready',
    title: words.title(info.organization_name),
    body: words.body(info.product_name, info.customer_email),
    action: { does: 'claim', label: busy ? words.accepting : words.accept, busy },
    ...(error !== undefined && { problem: explain(error) }),
  }
}

const failed = (error: unknown): ClaimScreen => ({
  kind: 'problem',
  title: words.failedTitle,
  body: explain(error),
  action: { does: 'claim', label: text.retry, busy: false },
})

type Invitation = Extract<ClaimFlowState, { status: 'ready' }>['info']
