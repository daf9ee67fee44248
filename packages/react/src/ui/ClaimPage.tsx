'use client'

import { claimScreen, holdFocus, retitle, type ClaimScreen } from '@seats/core/ui'
import { useEffect, useLayoutEffect, useRef, type ReactElement } from 'react'
import { useClaimFlow } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { Shape } from './internal/Mark.tsx'
import { useMessages } from './internal/useMessages.ts'
import type { LookProps } from './PartProps.ts'

export interface ClaimPageProps extends LookProps {
  /** The `token` of the invitation link. Without one, the page says that the link is incomplete. */
  token: string | null | undefined
  /** The address of the page to go to after the claim. Without it, there is no link. */
  href?: string | undefined
}

/**
 * The page that an invitation's link opens. Shows the team and the product, with a button to accept. Updates the title
 * of the document.
 *
 * @example
 * ```tsx
 * import { ClaimPage } from '@seats/react/ui'
 *
 * export const Claim = ({ token }: { token: string | null }) => <ClaimPage token={token} href="/team" />
 * ```
 */
export const ClaimPage = ({ token, href, ...look }: ClaimPageProps): ReactElement => (
  <Frame part="claim-page" {...look}>
    <Claim token={token} href={href} />
  </Frame>
)

function Claim({ token, href }: Pick<ClaimPageProps, 'token' | 'href'>) {
  const messages = useMessages()
  const { state, claim } = useClaimFlow(token, { waitForBenefits: true })
  const { kind, title, body, errorText, action } = claimScreen(token, state, messages)

  const card = useRef<HTMLDivElement>(null)
  const hasClaimed = useRef(false)
  const lastKind = useRef(kind)
  // After a claim, the button that had the focus may be gone. Before a claim, the focus is not moved.
  useLayoutEffect(() => {
    if (lastKind.current !== kind && hasClaimed.current && card.current) holdFocus(card.current)
    lastKind.current = kind
  }, [kind])
  useEffect(() => retitle(document, title), [title])

  return (
    <div ref={card} className="seats-claim" data-kind={kind} aria-busy={kind === 'loading'}>
      <Shape name={shapes[kind]} className="seats-claim-mark" />
      <div role="status">
        <h1 tabIndex={-1} data-seats-focus="">
          {title}
        </h1>
        <p>{body}</p>
      </div>
      <p className="seats-field-problem" role="alert">
        {errorText}
      </p>
      {action?.does === 'claim' && (
        <button
          type="button"
          className="seats-button seats-primary seats-large"
          aria-busy={action.isBusy}
          onClick={() => {
            hasClaimed.current = true
            void claim()
          }}
        >
          {action.label}
        </button>
      )}
      {action?.does === 'open' && href !== undefined && (
        <a className="seats-button seats-large" href={href}>
          {action.label}
        </a>
      )}
    </div>
  )
}

const shapes = { loading: 'letter', ready: 'letter', done: 'check', problem: 'clock' } as const satisfies Record<
  ClaimScreen['kind'],
  string
>
