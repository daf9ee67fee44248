import { explainError } from '../../messages/explainError.ts'
import type { Messages } from '../../messages/Messages.ts'
import type { ClaimFlowState } from '../../workflows/claim/ClaimFlowState.ts'

/** The texts and the button of the claim page. */
export interface ClaimScreen {
  kind: 'loading' | 'ready' | 'done' | 'problem'
  title: string
  body: string
  /** The text about the error of the last try. Set only if `kind` is `ready`: then the user can try again. */
  errorText?: string
  action?: { kind: 'claim'; label: string; isBusy: boolean } | { kind: 'open'; label: string }
}

/** Returns the texts and the button that the claim page shows in a state of the claim flow. */
export function claimScreen(token: string | null | undefined, state: ClaimFlowState, messages: Messages): ClaimScreen {
  const { claimPage } = messages
  if (!token) return { kind: 'problem', title: claimPage.incompleteTitle, body: claimPage.incompleteHelp }
  const openAction = { kind: 'open', label: claimPage.goToTeam } as const
  switch (state.status) {
    case 'loading':
      return { kind: 'loading', title: claimPage.loading, body: '' }
    case 'ready':
    case 'claiming':
      return readyScreen(messages, state.info, state.status === 'claiming', 'error' in state ? state.error : undefined)
    case 'claimed': {
      const body =
        state.benefits === 'waiting' ? claimPage.preparing : claimPage.done({ product: state.info.product_name })
      return { kind: 'done', title: claimPage.doneTitle, body, action: openAction }
    }
    case 'unavailable':
      return {
        kind: 'problem',
        title: claimPage.unusableTitle,
        body: `${explainError(state.error, messages)} ${claimPage.unusableHelp}`,
        action: openAction,
      }
    case 'failed':
      return state.info ? readyScreen(messages, state.info, false, state.error) : failedScreen(messages, state.error)
  }
}

function readyScreen(messages: Messages, info: Invitation, isBusy: boolean, error: unknown): ClaimScreen {
  const { claimPage } = messages
  return {
    kind: 'ready',
    title: claimPage.title({ organization: info.organization_name }),
    body: claimPage.body({ product: info.product_name, email: info.customer_email }),
    action: { kind: 'claim', label: isBusy ? claimPage.accepting : claimPage.accept, isBusy },
    ...(error !== undefined && { errorText: explainError(error, messages) }),
  }
}

const failedScreen = (messages: Messages, error: unknown): ClaimScreen => ({
  kind: 'problem',
  title: messages.claimPage.failedTitle,
  body: explainError(error, messages),
  action: { kind: 'claim', label: messages.common.retry, isBusy: false },
})

type Invitation = Extract<ClaimFlowState, { status: 'ready' }>['info']
