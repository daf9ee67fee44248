import { useClaimFlow } from '@seats/react'
import { useEffect, useRef } from 'react'
import { claimScreen } from '../shared/claimScreen.ts'

/** The page that an invitation's link opens. Shows who invites to which product, with a button to accept. */
export function ClaimPage({ token }: { token: string | null }) {
  const { state, claim } = useClaimFlow(token, { waitForBenefits: true })
  const { kind, title, body, problem, action } = claimScreen(token, state)

  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (kind === 'done') heading.current?.focus()
  }, [kind])

  return (
    <div className="claim" data-kind={kind} aria-busy={kind === 'loading'}>
      <span className="claim-mark" aria-hidden="true" />
      <div role="status">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{body}</p>
      </div>
      <p className="field-problem" role="alert">
        {problem}
      </p>
      {action?.does === 'claim' && (
        <button className="button primary large" aria-busy={action.busy} onClick={claim}>
          {action.label}
        </button>
      )}
      {action?.does === 'open' && (
        <a className="button large" href="/react">
          {action.label}
        </a>
      )}
    </div>
  )
}
