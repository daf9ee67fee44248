'use client'

import type { CustomerSeat, SeatInvitee, SeatPermissions } from '@seats/core'
import { doubleClickMs, droppedList, fieldsMetadata, namesSeveral, newsOf, type FormNews } from '@seats/core/ui'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement, type SyntheticEvent } from 'react'
import type { InviteSlots } from './InviteSlots.ts'
import type { BulkStart } from './internal/BulkDialog.tsx'
import { Frame } from './internal/Frame.tsx'
import { PermissionsState } from './internal/PermissionsState.tsx'
import { usePermissions } from './internal/usePermissions.ts'
import { useLoaded } from './internal/useLoaded.ts'
import { useRosterKey } from './internal/useRosterKey.ts'
import { useMessages } from './internal/useMessages.ts'
import type { PartProps } from './PartProps.ts'

export interface InviteFormProps extends PartProps, InviteSlots {
  /**
   * Called after a person was invited, with their seat and the invitee that was sent. Also called if the form shows
   * another team by then, or has left the page. The seat says which team the invitation is for.
   */
  onSuccess?: ((seat: CustomerSeat, invitee: SeatInvitee) => void) | undefined
}

/**
 * Invites one person. A list of addresses that is pasted, dropped or submitted opens the dialog for many people. Shows
 * nothing to a user who may not invite. If an invitation is refused because the user has lost this permission, the form
 * stays with the reason until the user dismisses it.
 *
 * @example
 * ```tsx
 * import { InviteForm } from '@seats/react/ui'
 *
 * export const Invite = ({ id }: { id: string }) => <InviteForm source={{ subscription_id: id }} />
 * ```
 */
export function InviteForm(props: InviteFormProps): ReactElement {
  const key = useRosterKey(props.source)
  return <TeamForm key={key} {...props} />
}

function TeamForm({ source, renderFields, renderInvitee, onSuccess, ...frameProps }: InviteFormProps) {
  const can = usePermissions(source)
  const [isUnfinished, setUnfinished] = useState(false)
  if (!can.assignSeat && !isUnfinished) return <PermissionsState source={source} {...frameProps} />
  return (
    <Frame part="invite" {...frameProps}>
      <Form {...{ source, renderFields, renderInvitee, onSuccess, can }} onUnfinished={setUnfinished} />
    </Frame>
  )
}

const loadCalls = async () => (await import('./internal/InviteCalls.tsx')).InviteCalls

const loadDialog = async () => (await import('./internal/BulkDialog.tsx')).BulkDialog

interface FormProps extends Pick<InviteFormProps, 'source' | 'renderFields' | 'renderInvitee' | 'onSuccess'> {
  can: SeatPermissions
  /** Called with true while an invitation is being sent, and while the form says why it failed. */
  onUnfinished: (isUnfinished: boolean) => void
}

/** The form itself, which keeps the typed address until the person is invited. */
function Form({ source, can, renderFields, renderInvitee, onSuccess, onUnfinished }: FormProps) {
  const { inviteForm, common } = useMessages()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  // One address, or the list in the dialog. The field shows the lines of a list in one line.
  const [email, setEmail] = useState('')
  const [immediateClaim, setImmediateClaim] = useState(false)
  const [mistake, setMistake] = useState<'empty' | 'several'>()
  const [invitee, setInvitee] = useState<SeatInvitee>()
  const [news, setNews] = useState<FormNews>()
  // The content that the dialog for many people has when it opens. Defined while the dialog is open.
  const [bulkStart, setBulkStart] = useState<BulkStart>()
  const calls = useLoaded(true, loadCalls)
  const dialog = useLoaded(bulkStart !== undefined, loadDialog)
  const emptiedAt = useRef(-doubleClickMs)
  const { success, problem, isPending } = newsOf(invitee, news, calls.hasFailed ? common.notLoaded : undefined)
  const isUnfinished = isPending || problem !== ''
  useEffect(() => onUnfinished(isUnfinished), [onUnfinished, isUnfinished])
  const isLocked = isPending || !can.assignSeat

  function empty() {
    setEmail('')
    setImmediateClaim(false)
    form.current?.reset()
  }
  function finish(seat: CustomerSeat, sentInvitee: SeatInvitee) {
    empty()
    emptiedAt.current = performance.now()
    onSuccess?.(seat, sentInvitee)
  }
  /** Removes the message about the previous address or list. */
  function clearMessage() {
    setMistake(undefined)
    setInvitee(undefined)
    if (dialog.hasFailed) setBulkStart(undefined)
  }
  function type(text: string) {
    setEmail(text)
    clearMessage()
  }
  const readMetadata = () => (form.current ? fieldsMetadata(new FormData(form.current)) : undefined)
  function openList(addresses: string) {
    // The list stays here until the job starts.
    setEmail(addresses)
    // The dialog sends the values of the app's fields, so these must be valid.
    if (!form.current?.reportValidity()) return
    dialog.retry()
    setBulkStart({ addresses, metadata: readMetadata(), ...(can.immediateClaim && { immediateClaim }) })
  }
  function takeList(event: SyntheticEvent<HTMLInputElement>, dropped: DataTransfer) {
    const addresses = droppedList(event.currentTarget, dropped)
    if (addresses === undefined || isLocked) return
    event.preventDefault()
    openList(addresses)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const trimmedEmail = email.trim()
    // The second click of a double click can come after the person is invited and the field is empty.
    const isSecondClick = trimmedEmail === '' && performance.now() - emptiedAt.current < doubleClickMs
    if (isLocked || isSecondClick) return
    clearMessage()
    calls.retry()
    const isList = namesSeveral(trimmedEmail)
    const metadata = readMetadata()
    setMistake(isList ? 'several' : trimmedEmail === '' ? 'empty' : undefined)
    setInvitee(
      isList || trimmedEmail === ''
        ? undefined
        : { email: trimmedEmail, ...(metadata && { metadata }), ...(immediateClaim && { immediate_claim: true }) },
    )
    if (isList) openList(trimmedEmail)
  }

  const shownProblem = dialog.hasFailed ? common.notLoaded : mistake ? inviteForm[mistake] : problem
  return (
    <>
      {calls.part && <calls.part {...{ source, invitee }} onNews={setNews} onSuccess={finish} />}
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
            value={email.replaceAll('\n', ', ')}
            readOnly={isLocked}
            aria-invalid={shownProblem !== ''}
            aria-describedby={`${id}-problem`}
            onChange={(event) => type(event.target.value)}
            onPaste={(event) => takeList(event, event.clipboardData)}
            onDrop={(event) => takeList(event, event.dataTransfer)}
          />
          <button className="seats-button seats-primary" aria-disabled={isLocked}>
            {isPending ? inviteForm.submitting : inviteForm.submit}
          </button>
          {!can.assignSeat && (
            <button type="button" className="seats-button" onClick={clearMessage}>
              {common.dismiss}
            </button>
          )}
        </div>
        <p id={`${id}-problem`} className="seats-field-problem" role="alert">
          {shownProblem}
        </p>
        <p className="seats-said" role="status">
          {success}
        </p>
        {renderFields && <div className="seats-fields">{renderFields({ pending: isLocked })}</div>}
        {can.immediateClaim && (
          <label className="seats-check">
            <input
              type="checkbox"
              checked={immediateClaim}
              onChange={(event) => setImmediateClaim(event.target.checked)}
            />
            {inviteForm.claimAtOnce}
          </label>
        )}
      </form>
      {bulkStart && dialog.part && (
        <dialog.part
          {...{ source, renderInvitee }}
          {...bulkStart}
          // The dialog has the addresses and the fields now.
          onBegin={() => {
            empty()
            clearMessage()
          }}
          onDraft={type}
          onClose={() => setBulkStart(undefined)}
        />
      )}
    </>
  )
}
