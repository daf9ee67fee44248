import { focusMark, holdFocus } from '@seats/core/ui'
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'

interface Props {
  title: string
  isNarrow?: boolean
  /** The text of the button that closes it. Without it, the content has one. */
  close?: string
  /** The step that the content is at. When it changes, a focus that was lost goes to the marked element. */
  step?: string
  onClose: () => void
  children: (close: () => void) => ReactNode
}

/**
 * A modal dialog. The focus begins at the marked element of its content, and returns to the button that opened it.
 */
export function Dialog({ title, isNarrow, close: label, step, onClose, children }: Props): ReactElement {
  const id = useId()
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  const close = () => dialog?.close()
  useEffect(() => {
    if (dialog === null || dialog.open) return
    dialog.showModal()
    dialog.querySelector<HTMLElement>(`[${focusMark}]`)?.focus()
  }, [dialog])
  const lastStep = useRef(step)
  useLayoutEffect(() => {
    if (lastStep.current !== step && dialog) holdFocus(dialog)
    lastStep.current = step
  }, [dialog, step])
  return (
    <dialog
      ref={setDialog}
      className={`seats seats-dialog${isNarrow ? ' seats-narrow' : ''}`}
      aria-labelledby={id}
      onClose={onClose}
    >
      <header className="seats-dialog-head">
        <h3 id={id}>{title}</h3>
        {label && (
          <button type="button" className="seats-button seats-small seats-quiet" onClick={close}>
            {label}
          </button>
        )}
      </header>
      {children(close)}
    </dialog>
  )
}
