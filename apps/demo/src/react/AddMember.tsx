import { useAddMember } from '@seats/react'
import { useId, useState, type FormEvent } from 'react'
import { explain } from '../shared/explain.ts'
import { text } from '../shared/text.ts'

/** Adds a member by address. They get neither a seat nor a mail. */
export function AddMember({ onAdded }: { onAdded: (message: string) => void }) {
  const id = useId()
  const [email, setEmail] = useState('')
  const add = useAddMember({
    onSuccess: ({ member, created }) => {
      setEmail('')
      onAdded(created ? text.members.added(member.email) : text.members.existed(member.email))
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!add.isPending) add.mutate({ email: email.trim() })
  }
  return (
    <form className="invite" noValidate onSubmit={submit}>
      <label htmlFor={id}>{text.members.address}</label>
      <div className="invite-line">
        <input
          id={id}
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          value={email}
          readOnly={add.isPending}
          aria-invalid={add.isError}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setEmail(event.target.value)}
        />
        <button className="button" aria-disabled={add.isPending}>
          {text.members.add}
        </button>
      </div>
      <p id={`${id}-problem`} className="field-problem" role="alert">
        {add.error && explain(add.error)}
      </p>
    </form>
  )
}
