'use client'

import { explainError } from '@seats/core/messages'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { useAssignSeat } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { useCan } from './internal/useCan.ts'
import { useMessages } from './internal/useMessages.ts'
import type { PartProps } from './PartProps.ts'

export type InviteFormProps = PartProps

/**
 * Invites one person. Shows nothing to a user who may not.
 *
 * @example
 * ```tsx
 * import { InviteForm } from '@seats/react/ui'
 *
 * export const Invite = ({ id }: { id: string }) => <InviteForm source={{ subscription_id: id }} />
 * ```
 */
export function InviteForm({ source, ...look }: InviteFormProps): ReactElement | null {
  const can = useCan(source)
  if (!can.assignSeat) return null
  return (
    <Frame part="invite" {...look}>
      <Form source={source} hasImmediateClaim={can.immediateClaim} />
    </Frame>
  )
}

interface FormProps extends Pick<PartProps, 'source'> {
  hasImmediateClaim: boolean
}

/** Keeps the typed address until the invitation has been sent. */
function Form({ source, hasImmediateClaim }: FormProps) {
  const messages = useMessages()
  const { inviteForm } = messages
  const id = useId()
  const [email, setEmail] = useState('')
  const [atOnce, setAtOnce] = useState(false)
  const [isEmpty, setIsEmpty] = useState(false)
  const [said, setSaid] = useState('')
  const assign = useAssignSeat(source, {
    onSuccess: ({ status }, recipient) => {
      const who = recipient.email ?? ''
      setEmail('')
      setAtOnce(false)
      setSaid(status === 'claimed' ? inviteForm.seated({ who }) : inviteForm.invited({ who }))
    },
  })
  const problem = isEmpty
    ? inviteForm.empty
    : assign.error && explainError(assign.error, messages, { who: email.trim() })

  /** What was wrong with the address before says nothing about the new one. */
  function type(typed: string) {
    setEmail(typed)
    setIsEmpty(false)
    assign.reset()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (assign.isPending) return
    const address = email.trim()
    setIsEmpty(address === '')
    setSaid('')
    if (address === '') assign.reset()
    else assign.mutate({ email: address, ...(atOnce && { immediate_claim: true }) })
  }

  return (
    <form className="seats-form" noValidate onSubmit={submit}>
      <label htmlFor={id}>{inviteForm.label}</label>
      <div className="seats-line">
        <input
          id={id}
          className="seats-input"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          placeholder={inviteForm.placeholder}
          value={email}
          readOnly={assign.isPending}
          aria-invalid={Boolean(problem)}
          aria-describedby={`${id}-problem`}
          onChange={(event) => type(event.target.value)}
        />
        <button className="seats-button seats-primary" aria-disabled={assign.isPending}>
          {assign.isPending ? inviteForm.submitting : inviteForm.submit}
        </button>
      </div>
      <p id={`${id}-problem`} className="seats-field-problem" role="alert">
        {problem}
      </p>
      <p className="seats-said" role="status">
        {said}
      </p>
      {hasImmediateClaim && (
        <label className="seats-check">
          <input type="checkbox" checked={atOnce} onChange={(event) => setAtOnce(event.target.checked)} />
          {inviteForm.claimAtOnce}
        </label>
      )}
    </form>
  )
}
