import { useClaimInfo, useClaimSeat } from '@seats/react'
import { useEffect, useRef } from 'react'
import { claimScreen } from '../shared/claimScreen.ts'
import { text } from '../shared/text.ts'

/** Where an invitation's link leads: who invites to what, one button, then done. */
export function ClaimPage({ token }: { token: string | null }) {
  const info = useClaimInfo(token)
  const claim = useClaimSeat()
  const screen = claimScreen({
    token,
    info: info.data,
    infoError: info.error,
    claimError: claim.error,
    isClaimed: claim.isSuccess,
  })

  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (screen.kind === 'done') heading.current?.focus()
  }, [screen.kind])

  return (
    <div className="claim" data-kind={screen.kind} aria-busy={screen.kind === 'loading'}>
      <span className="claim-mark" aria-hidden="true" />
      <div role="status">
        <h1 ref={heading} tabIndex={-1}>
          {screen.title}
        </h1>
        <p>{screen.body}</p>
      </div>
      <p className="field-problem" role="alert">
        {screen.problem}
      </p>
      {screen.action === 'claim' && (
        <button
          className="button primary large"
          aria-busy={claim.isPending}
          onClick={() => token && !claim.isPending && claim.mutate({ invitation_token: token })}
        >
          {claim.isPending ? text.claim.accepting : text.claim.accept}
        </button>
      )}
      {screen.action === 'retry' && (
        <button className="button large" aria-busy={info.isFetching} onClick={() => info.refetch()}>
          {text.retry}
        </button>
      )}
      {screen.action === 'open' && (
        <a className="button large" href="/react">
          {text.claim.open}
        </a>
      )}
    </div>
  )
}
