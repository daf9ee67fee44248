import { useAssignSeat } from '@seats/react'
import { useEffect, useRef } from 'react'
import { explain } from '../shared/explain.ts'
import type { Notice } from '../shared/Notice.ts'
import { rowName } from '../shared/rosterRows.ts'
import { seatAgain } from '../shared/seatAgain.ts'
import { text } from '../shared/text.ts'
import type { PanelProps } from './PanelProps.ts'

interface Props extends PanelProps {
  notice: Notice | undefined
}

/** Tells what was done last, with a button to undo it. */
export function PanelNotice({ notice, source, may, notify }: Props) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (notice?.takesFocus) element.current?.focus()
  }, [notice])

  const undo = useAssignSeat(source)
  function giveBack(seat: NonNullable<Notice['undo']>) {
    const who = rowName(seat)
    undo.mutate(seatAgain(seat, may?.immediateClaim ?? false), {
      onSuccess: ({ status }) =>
        notify({ kind: 'done', message: status === 'claimed' ? text.seated(who) : text.reinvited(who) }),
      onError: (error) => notify({ kind: 'problem', message: text.failed(who, explain(error)), undo: seat }),
    })
  }

  const { undo: seat } = notice ?? {}
  return (
    <div ref={element} className="notice" data-kind={notice?.kind} role="status" tabIndex={-1}>
      {notice && (
        <>
          <p>{notice.message}</p>
          {seat && (
            <button className="button small" onClick={() => giveBack(seat)} aria-busy={undo.isPending}>
              {text.undo}
            </button>
          )}
          <button className="button small quiet" onClick={() => notify(undefined)}>
            {text.dismiss}
          </button>
        </>
      )}
    </div>
  )
}
