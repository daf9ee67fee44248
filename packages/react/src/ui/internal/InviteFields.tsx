import type { CustomerSeat, SeatInvitee } from '@seats/core'
import { droppedList, fieldsMetadata, inviteNews, isInviteOver, namesSeveral } from '@seats/core/ui'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement, type SyntheticEvent } from 'react'
import { useAssignSeat, useSeats } from '../../exports/index.ts'
import type { InviteFieldsProps } from '../InviteForm.tsx'
import type { BulkStart } from './BulkDialog.tsx'
import { useLoaded } from './useLoaded.ts'
import { useMessages } from './useMessages.ts'

const loadDialog = async () => (await import('./BulkDialog.tsx')).BulkDialog

/** The fields of the invite form. They keep what was typed until the invitation has been sent. */
export function InviteFields({ source, hasImmediateClaim, renderFields, onSuccess }: InviteFieldsProps): ReactElement {
  const messages = useMessages()
  const { inviteForm, errors } = messages
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [email, setEmail] = useState('')
  const [atOnce, setAtOnce] = useState(false)
  const [wrong, setWrong] = useState<'empty' | 'several'>()
  // What the dialog for many people begins with, while it is open.
  const [list, setList] = useState<BulkStart>()
  const { part: BulkDialog, hasFailed, retry } = useLoaded(list !== undefined, loadDialog)

  const { data: roster } = useSeats(source, { live: true })
  const assign = useAssignSeat(source, { onSuccess: finish })
  const { variables, data, error, reset } = assign
  const { seat, said, problem } = inviteNews({ variables, data, error }, roster, messages)

  function finish(seat: CustomerSeat, invitee: SeatInvitee) {
    setEmail('')
    setAtOnce(false)
    form.current?.reset()
    onSuccess?.(seat, invitee)
  }
  // An answer that was lost is told once, when the roster shows the seat.
  const told = useRef<unknown>(null)
  useEffect(() => {
    if (!error || !variables || !seat || told.current === error) return
    told.current = error
    finish(seat, variables)
  })
  const lastRoster = useRef(roster)
  useEffect(() => {
    const was = lastRoster.current
    lastRoster.current = roster
    if (isInviteOver({ variables, error }, was, roster)) reset()
  }, [roster, variables, error, reset])

  /** What was said about the address before says nothing about the new one. */
  function type(typed: string) {
    setEmail(typed)
    setWrong(undefined)
    reset()
  }
  const metadata = () => (form.current ? fieldsMetadata(new FormData(form.current)) : undefined)
  function openList(addresses: string) {
    retry()
    setList({ addresses, metadata: metadata() })
  }
  function take(event: SyntheticEvent<HTMLInputElement>, dropped: DataTransfer) {
    const addresses = droppedList(event.currentTarget, dropped)
    if (addresses === undefined || assign.isPending) return
    event.preventDefault()
    openList(addresses)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (assign.isPending) return
    reset()
    const address = email.trim()
    const isList = namesSeveral(address)
    setWrong(isList ? 'several' : address === '' ? 'empty' : undefined)
    if (isList) openList(address)
    else if (address !== '') {
      const fields = metadata()
      assign.mutate({ email: address, ...(fields && { metadata: fields }), ...(atOnce && { immediate_claim: true }) })
    }
  }

  const shown = list && hasFailed ? errors.unknown : wrong ? inviteForm[wrong] : problem
  return (
    <>
      <form ref={form} className="seats-form" onSubmit={submit}>
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
            aria-invalid={shown !== ''}
            aria-describedby={`${id}-problem`}
            onChange={(event) => type(event.target.value)}
            onPaste={(event) => take(event, event.clipboardData)}
            onDrop={(event) => take(event, event.dataTransfer)}
          />
          <button className="seats-button seats-primary" aria-disabled={assign.isPending}>
            {assign.isPending ? inviteForm.submitting : inviteForm.submit}
          </button>
        </div>
        <p id={`${id}-problem`} className="seats-field-problem" role="alert">
          {shown}
        </p>
        <p className="seats-said" role="status">
          {said}
        </p>
        {renderFields && <div className="seats-fields">{renderFields({ pending: assign.isPending })}</div>}
        {hasImmediateClaim && (
          <label className="seats-check">
            <input type="checkbox" checked={atOnce} onChange={(event) => setAtOnce(event.target.checked)} />
            {inviteForm.claimAtOnce}
          </label>
        )}
      </form>
      {list && BulkDialog && (
        <BulkDialog source={source} {...list} onBegin={() => type('')} onClose={() => setList(undefined)} />
      )}
    </>
  )
}
