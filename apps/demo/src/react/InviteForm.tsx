import { useAssignSeat } from '@seats/react'
import { useId, useState, type FormEvent } from 'react'
import { explain } from '../shared/explain.ts'
import { text } from '../shared/text.ts'
import type { PanelProps } from './PanelProps.ts'

/** Invites one person. Keeps the typed address until the invitation has been sent. */
export function InviteForm({ source, may, notify }: PanelProps) {
  const id = useId()
  const [email, setEmail] = useState('')
  const [atOnce, setAtOnce] = useState(false)
  const [isEmpty, setIsEmpty] = useState(false)
  const assign = useAssignSeat(source, {
    onSuccess: ({ status }, recipient) => {
      const who = recipient.email ?? ''
      setEmail('')
      notify({ kind: 'done', message: status === 'claimed' ? text.seated(who) : text.invited(who) })
    },
  })
  const problem = isEmpty ? text.inviteEmpty : assign.error && explain(assign.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (assign.isPending) return
    const address = email.trim()
    setIsEmpty(address === '')
    if (address === '') assign.reset()
    else assign.mutate({ email: address, ...(atOnce && { immediate_claim: true }) })
  }

  return (
    <form className="invite" noValidate onSubmit={submit}>
      <label htmlFor={id}>{text.inviteLabel}</label>
      <div className="invite-line">
        <input
          id={id}
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          placeholder={text.invitePlaceholder}
          value={email}
          readOnly={assign.isPending}
          aria-invalid={Boolean(problem)}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setEmail(event.target.value)}
        />
        <button className="button primary" aria-disabled={assign.isPending}>
          {assign.isPending ? text.inviting : text.invite}
        </button>
      </div>
      <p id={`${id}-problem`} className="field-problem" role="alert">
        {problem}
      </p>
      {may?.immediateClaim && (
        <label className="check">
          <input type="checkbox" checked={atOnce} onChange={(event) => setAtOnce(event.target.checked)} />
          {text.claimAtOnce}
        </label>
      )}
    </form>
  )
}
