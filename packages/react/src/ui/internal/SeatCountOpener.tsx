import type { CountNews } from '@seats/core/ui'
import { useState, type ReactElement } from 'react'
import type { CountSlots } from '../CountSlots.ts'
import type { PartProps } from '../PartProps.ts'
import { usePermissions } from './usePermissions.ts'
import { useLoaded } from './useLoaded.ts'
import { useMessages } from './useMessages.ts'

interface Props extends Pick<PartProps, 'source'>, CountSlots {
  label?: string | undefined
  manageBillingUrl?: string | undefined
  /** The count whose price the dialog shows at once. */
  seats?: number | undefined
  /** False hides the button. An open dialog stays, and so does the message about the last change. */
  hasButton?: boolean
  /** Called when the dialog is opened or closed. */
  onOpen?: (isOpen: boolean) => void
}

const load = () => import('./laterCountParts.ts')

/** The button that opens the dialog for the seat count, and the message about the last change. */
export function SeatCountOpener({ source, label, hasButton = true, onOpen, ...dialogProps }: Props): ReactElement {
  const { seatCount, common } = useMessages()
  const can = usePermissions(source)
  const [isOpen, setOpen] = useState(false)
  const [news, setNews] = useState<CountNews>()
  const { part, hasFailed, retry } = useLoaded(isOpen, load)
  function open(isToOpen: boolean) {
    setOpen(isToOpen)
    onOpen?.(isToOpen)
  }
  return (
    <>
      {hasButton && (
        <button
          type="button"
          className="seats-button seats-small"
          aria-busy={isOpen && !part && !hasFailed}
          onClick={() => {
            setNews(undefined)
            retry()
            open(true)
          }}
        >
          {label ?? (can.reduceSeats ? seatCount.change : seatCount.get)}
        </button>
      )}
      <p className="seats-said" role="status" tabIndex={-1} data-seats-focus="">
        {part && news && <part.SeatCountNews source={source} news={news} />}
      </p>
      <p className="seats-field-problem" role="alert">
        {hasFailed && common.notLoaded}
      </p>
      {part && (
        <part.SeatCountPart {...{ source, isOpen }} {...dialogProps} onDone={setNews} onClose={() => open(false)} />
      )}
    </>
  )
}
