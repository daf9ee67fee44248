import type { SeatsError } from '@seats/core'
import { explainError } from '@seats/core/messages'
import type { MemberNews } from '@seats/core/ui'
import { useId, type FormEvent, type ReactElement } from 'react'
import { useAddMember } from '../../exports/index.ts'
import { useMessages } from './useMessages.ts'

interface Props {
  /**
   * The typed address. The parent keeps the address, because a refused call hides this form. If the user may still add
   * members, the form comes back.
   */
  address: string
  onAddress: (address: string) => void
  onAdded: (news: MemberNews) => void
  /** Called if the user may not add members any more. The form then disappears, so it cannot show the error itself. */
  onRefused: (error: SeatsError) => void
}

/** Adds a member by address. The person gets neither a seat nor a mail. */
export function AddMember({ address, onAddress, onAdded, onRefused }: Props): ReactElement {
  const messages = useMessages()
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
          aria-invalid={add.isError}
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
        {add.error && explainError(add.error, messages, { who: address.trim() })}
      </p>
    </form>
  )
}
