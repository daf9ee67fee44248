import type { SeatPermissions, SeatsList } from '@seats/core'
import { useSubscription } from '@seats/react'
import { useEffect, useId, useRef, useState } from 'react'
import { explain } from '../shared/explain.ts'
import { text } from '../shared/text.ts'
import type { PanelProps } from './PanelProps.ts'
import { SeatCountConfirm } from './SeatCountConfirm.tsx'
import { SeatCountForm } from './SeatCountForm.tsx'

interface Props extends Pick<PanelProps, 'source' | 'notify'> {
  roster: SeatsList
  may: SeatPermissions
  onClose: () => void
}

/** Changes the seat count: first the count is chosen, then its price is confirmed. */
export function SeatCount({ source, roster, may, notify, onClose }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState<number>()
  const { data: subscription, error } = useSubscription(source)
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()

  function finish(message: string) {
    close()
    notify({ kind: 'done', message, takesFocus: true })
  }

  return (
    <dialog ref={dialog} className="dialog narrow" aria-labelledby={id} onClose={onClose}>
      <header className="dialog-head">
        <h3 id={id}>{text.seatCount.title}</h3>
      </header>
      {subscription === undefined ? (
        <div className="seat-count">
          <p role="status">{error ? explain(error) : text.seatCount.loading}</p>
          <div className="dialog-foot">
            <button className="button" onClick={close}>
              {text.seatCount.cancel}
            </button>
          </div>
        </div>
      ) : chosen === undefined ? (
        <SeatCountForm {...{ subscription, roster, may }} onChoose={setChosen} onCancel={close} />
      ) : (
        <SeatCountConfirm {...{ source, subscription }} seats={chosen} onDone={finish} onCancel={close} />
      )}
    </dialog>
  )
}
