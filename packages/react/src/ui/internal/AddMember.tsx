import type { SeatsError } from '@seats/core'
import { explainError } from '@seats/core/messages'
import type { MemberNews } from '@seats/core/ui'
import { useId, type FormEvent, type ReactElement } from 'react'
import { useAddMember } from '../../exports/index.ts'
import { useAllMessages } from './useAllMessages.ts'

interface Props {
  /** The typed address. The parent keeps the address, because this form is hidden while the user may not add members. */
  address: string
  onAddress: (address: string) => void
  onAdded: (news: MemberNews) => void
  /** Called with a 403. The parent shows this error, because this form disappears if the user may not add members. */
  onRefused: (error: SeatsError) => void
}

/** Adds a member by address. The person gets neither a seat nor a mail. */
export function AddMember({ address, onAddress, onAdded, onRefused }: Props): ReactElement {
  const messages = useAllMessages()
  const { members } = messages
  const id = useId()
  const add = useAddMember({
    onSuccess: ({ member, created }) => {
      onAddress('')
      onAdded({ message: members[created ? 'added' : 'existed']({ who: member.email }), member })
    },
    onError: (error) => {
      if (error.status === 403) onRefused(error)
    },
  })
  const shownError = add.error?.status === 403 ? null : add.error
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!add.isPending) add.mutate({ email: address.trim() })
  }
  return (
    <form className="seats-form" noValidate onSubmit={submit}>
      <label htmlFor={id}>{members.address}</label>
      <div className="seats-line">
        <input
          id={id}
          className="seats-input"
          data-seats-focus=""
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          value={address}
          readOnly={add.isPending}
          aria-invalid={shownError !== null}
          aria-describedby={`${id}-problem`}
          onChange={(event) => {
            onAddress(event.target.value)
            // The message about the previous address does not apply to the new address.
            add.reset()
          }}
        />
        <button className="seats-button" aria-disabled={add.isPending}>
          {members.add}
        </button>
      </div>
      <p id={`${id}-problem`} className="seats-field-problem" role="alert">
        {shownError && explainError(shownError, messages, { who: address.trim() })}
      </p>
    </form>
  )
}
