import { useState, type ReactElement } from 'react'
import { SeatCountDialog, type SeatCountDialogProps } from './SeatCountDialog.tsx'

interface Props extends Omit<SeatCountDialogProps, 'draft' | 'onDraft'> {
  isOpen: boolean
}

/** The dialog for the seat count. Keeps the typed count when the Escape key closes the dialog. */
export function SeatCountPart({ isOpen, ...dialogProps }: Props): ReactElement | null {
  const [draft, setDraft] = useState<string>()
  return isOpen ? <SeatCountDialog {...dialogProps} draft={draft} onDraft={setDraft} /> : null
}
