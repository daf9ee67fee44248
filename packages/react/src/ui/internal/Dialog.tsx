import { focusMark, holdFocus, ignoreLateClicks } from '@seats/core/ui'
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'

interface Props {
  title: string
  isNarrow?: boolean
  /** The text of the button that closes the dialog. Leave it out if the content has such a button. */
  closeLabel?: string
  /**
   * The step of the content. If a new step removes the focused element, the element with `focusMark` gets the focus.
   */
  step?: string
  onClose: () => void
  children: (close: () => void) => ReactNode
}

/**
 * A modal dialog. When it opens, the element of its content with `focusMark` gets the focus. After closing, the browser
 * returns the focus to the element that had it before.
 */
export function Dialog({ title, isNarrow, closeLabel, step, onClose, children }: Props): ReactElement {
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
  useEffect(() => (dialog ? ignoreLateClicks(dialog, () => lastStep.current) : undefined), [dialog])
  return (
    <dialog
      ref={setDialog}
      className={`seats seats-dialog${isNarrow ? ' seats-narrow' : ''}`}
      aria-labelledby={id}
      onClose={onClose}
    >
      <header className="seats-dialog-head">
        <h3 id={id}>{title}</h3>
        {closeLabel && (
          <button type="button" className="seats-button seats-small seats-quiet" onClick={close}>
            {closeLabel}
          </button>
        )}
      </header>
      {children(close)}
    </dialog>
  )
}
