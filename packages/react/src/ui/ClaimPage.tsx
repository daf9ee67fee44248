'use client'

import type { ClaimFlowState } from '@seats/core'
import { claimScreen, claimSlot, holdFocus, ignoreHeldKeys, retitle, type ClaimScreen } from '@seats/core/ui'
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import { useClaimFlow } from '../exports/index.ts'
import type { ClaimSlots } from './ClaimSlots.ts'
import { Frame } from './internal/Frame.tsx'
import { Shape } from './internal/Mark.tsx'
import { useAllMessages } from './internal/useAllMessages.ts'
import { useIsStable } from './internal/useIsStable.ts'
import type { CommonProps } from './PartProps.ts'

export interface ClaimPageProps extends CommonProps, ClaimSlots {
  /** The `token` of the invitation link. If there is no token, the page says that the link is incomplete. */
  token: string | null | undefined
  /** The address of a page to go to after the claim. If there is no address, no link is shown. */
  href?: string | undefined
}

/**
 * A page on which somebody accepts an invitation. Shows the team, the product and a button to accept. As long as the
 * page is shown, its heading is also in the title of the document.
 *
 * @example
 * ```tsx
 * import { ClaimPage } from '@seats/react/ui'
 *
 * export const Claim = ({ token }: { token: string | null }) => <ClaimPage token={token} href="/team" />
 * ```
 */
export const ClaimPage = ({ messages, locale, timeZone, className, ...pageProps }: ClaimPageProps): ReactElement => (
  <Frame part="claim-page" {...{ messages, locale, timeZone, className }}>
    <Claim {...pageProps} />
  </Frame>
)

function Claim({
  token,
  href,
  renderMark,
  renderHeading,
  renderBody,
  renderDone,
}: Omit<ClaimPageProps, keyof CommonProps>) {
  const messages = useAllMessages()
  const { state, claim } = useClaimFlow(token, { waitForBenefits: true })
  const screen = claimScreen(token, state, messages)
  const { kind, title, body, errorText, action } = screen
  const slot = claimSlot(screen, state)

  const card = useRef<HTMLDivElement>(null)
  const hasUsedButton = useRef(false)
  const lastKind = useRef(kind)
  // After the user has used the button, the button may be gone, so the focus moves. Before, the focus stays where it is.
  useLayoutEffect(() => {
    if (lastKind.current !== kind && hasUsedButton.current && card.current) holdFocus(card.current)
    lastKind.current = kind
  }, [kind, lastKind])
  useEffect(() => retitle(document, title), [title])
  useEffect(() => ignoreHeldKeys(document), [])

  // A button in place of another one ignores clicks for half a second. The first button of the page is used at once.
  const [firstState, setFirstState] = useState<ClaimFlowState>()
  if (action && !firstState) setFirstState(state)
  const isStable = useIsStable(action?.label)
  const isEarly = state !== firstState && !isStable

  return (
    <div ref={card} className="seats-claim" data-kind={kind} aria-busy={kind === 'loading'}>
      {renderMark ? renderMark(slot) : <Shape name={shapes[kind]} className="seats-claim-mark" />}
      <div role="status">
        <h1 tabIndex={-1} data-seats-focus="">
          {renderHeading ? renderHeading(slot) : title}
        </h1>
        {renderBody ? <div>{renderBody(slot)}</div> : <p>{body}</p>}
      </div>
      <p className="seats-field-problem" role="alert">
        {errorText}
      </p>
      {action?.kind === 'claim' && (
        <button
          key={kind}
          type="button"
          className="seats-button seats-primary seats-large"
          aria-busy={action.isBusy}
          aria-disabled={isEarly}
          onFocus={() => {
            hasUsedButton.current = true
          }}
          onClick={() => {
            hasUsedButton.current = true
            if (!isEarly) void claim()
          }}
        >
          {action.label}
        </button>
      )}
      {kind === 'done' && renderDone
        ? renderDone(slot)
        : action?.kind === 'open' &&
          href !== undefined && (
            <a className="seats-button seats-large" href={href} onClick={(event) => isEarly && event.preventDefault()}>
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
