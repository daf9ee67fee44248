import type { SeatInvitee } from '@seats/core'
import { keepUnreadLines, type BulkScreen } from '@seats/core/ui'
import { previewBulk } from '@seats/core/ui/bulk'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useAssignSeats, useSeats, useSeatsClient } from '../../exports/index.ts'
import type { InviteSlots } from '../InviteSlots.ts'
import type { PartProps } from '../PartProps.ts'
import { BulkForm } from './BulkForm.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import { Dialog } from './Dialog.tsx'
import { useAnnounced } from './useAnnounced.ts'
import { useBulkScreen } from './useBulkScreen.ts'
import { useKeepBulkJob } from './useKeepBulkJob.ts'
import { useAllMessages } from './useAllMessages.ts'

/** The content that the dialog has when it opens. */
export interface BulkStart {
  /** A list of people to invite. The text field shows this list at first. */
  addresses?: string
  /** Metadata for the seat of each person. */
  metadata?: SeatInvitee['metadata']
  /** Whether each person gets the seat at once. Undefined if the user cannot choose this. */
  immediateClaim?: boolean
}

interface Props extends Pick<PartProps, 'source'>, Pick<InviteSlots, 'renderInvitee'>, BulkStart {
  /** The text of `onDraft`. The text field shows it again. */
  draft?: string
  /** True to continue the job at once. */
  goesOn?: boolean
  /** Called when the user starts the job. */
  onBegin?: () => void
  /** Called before `onClose` if the text has changed and is not sent. */
  onDraft: (text: string) => void
  onClose: () => void
}

/**
 * Returns a text that changes when a button can disappear. Each step of the dialog has its own buttons, and each
 * outcome has a button.
 */
const stepOf = ({ step, counts }: BulkScreen) => [step, ...counts.map(({ outcome }) => outcome)].join(' ')

/** The dialog for many people. Shows a preview, then the progress, then a result for each person. */
export function BulkDialog({
  source,
  renderInvitee,
  goesOn = false,
  addresses = '',
  draft = '',
  metadata,
  immediateClaim,
  onBegin,
  onDraft,
  onClose,
}: Props): ReactElement {
  const messages = useAllMessages()
  const { bulk, common } = messages
  const client = useSeatsClient()
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState(addresses || draft)
  const [isAtOnce, setAtOnce] = useState(immediateClaim)
  const { data: roster } = useSeats(source)
  const { start, resume, reset, cancel, error, ...job } = useAssignSeats(source)
  useKeepBulkJob(source)
  const screen = useBulkScreen(source, { ...job, error })
  const isRunning = screen.step === 'running'
  const announced = useAnnounced(isRunning ? bulk.running(screen) : '', !isRunning)
  const preview = useMemo(() => previewBulk(typed, roster, messages), [typed, roster, messages])

  const isSent = useRef(false)
  const isFirstRun = useRef(true)
  useEffect(() => {
    if (isFirstRun.current && goesOn) resume()
    // If the last job is complete, a new list replaces its results.
    if (isFirstRun.current && addresses && job.report?.complete) reset()
    isFirstRun.current = false
  }, [goesOn, addresses, job.report, resume, reset])

  function begin() {
    keepUnreadLines(client, source, queryClient, preview.unread)
    const forAll = { ...(metadata && { metadata }), ...(isAtOnce && { immediate_claim: true }) }
    start(preview.recipients.map((recipient) => ({ ...recipient, ...forAll })))
    isSent.current = true
    onBegin?.()
  }
  /** Stores the typed text, and removes the error about the previous text. */
  function type(text: string) {
    setTyped(text)
    if (error) reset()
  }
  function startOver() {
    reset()
    if (isSent.current) setTyped('')
    isSent.current = false
  }

  function close() {
    const isChanged = isSent.current ? screen.step === 'form' : typed !== (addresses || draft)
    if (isChanged) onDraft(typed.trim())
    onClose()
  }

  return (
    <Dialog title={bulk.title} closeLabel={common.close} step={stepOf(screen)} onClose={close}>
      {() => (
        <>
          <p className="seats-visually-hidden" aria-live="polite">
            {announced}
          </p>
          {screen.step === 'form' ? (
            <BulkForm
              {...{ typed, preview, error, isAtOnce, renderInvitee }}
              onType={type}
              onAtOnce={setAtOnce}
              onStart={begin}
            />
          ) : (
            <BulkProgress {...{ screen, renderInvitee }} onStop={cancel} onGoOn={resume} onStartOver={startOver} />
          )}
        </>
      )}
    </Dialog>
  )
}
