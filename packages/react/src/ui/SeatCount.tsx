'use client'

import { useState, type ReactElement } from 'react'
import { Frame } from './internal/Frame.tsx'
import { useCan } from './internal/useCan.ts'
import { useLoaded } from './internal/useLoaded.ts'
import { useMessages } from './internal/useMessages.ts'
import type { PartProps } from './PartProps.ts'

export interface SeatCountProps extends PartProps {
  /** The text of the button. Default: that one can get more seats, or change their number. */
  label?: string | undefined
  /** The address of the page where the payment method is changed, `http` or `https`. Shown when a card is refused. */
  manageBillingUrl?: string | undefined
}

/**
 * Changes how many seats the subscription pays for: a button that opens a dialog. There the count is chosen, and then its
 * price is confirmed. Its code is loaded when it is opened. Shows nothing to a user who may not buy.
 *
 * @example
 * ```tsx
 * import { SeatCount } from '@seats/react/ui'
 *
 * export const Billing = ({ id }: { id: string }) => <SeatCount source={{ subscription_id: id }} />
 * ```
 */
export function SeatCount({ source, label, manageBillingUrl, ...look }: SeatCountProps): ReactElement | null {
  const can = useCan(source)
  if (!can.buySeats) return null
  return (
    <Frame part="seat-count-button" {...look}>
      <Opener {...{ source, label, manageBillingUrl }} mayReduce={can.reduceSeats} />
    </Frame>
  )
}

const load = async () => (await import('./internal/SeatCountDialog.tsx')).SeatCountDialog

interface OpenerProps extends Pick<SeatCountProps, 'source' | 'label' | 'manageBillingUrl'> {
  mayReduce: boolean
}

function Opener({ source, label, manageBillingUrl, mayReduce }: OpenerProps) {
  const { seatCount, errors } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const { part: SeatCountDialog, hasFailed, retry } = useLoaded(isOpen, load)
  const close = () => setOpen(false)
  return (
    <>
      <button
        type="button"
        className="seats-button seats-small"
        aria-busy={isOpen && !SeatCountDialog && !hasFailed}
        onClick={() => {
          setSaid('')
          retry()
          setOpen(true)
        }}
      >
        {label ?? (mayReduce ? seatCount.change : seatCount.get)}
      </button>
      <p className="seats-said" role="status">
        {said}
      </p>
      <p className="seats-field-problem" role="alert">
        {hasFailed && errors.unknown}
      </p>
      {isOpen && SeatCountDialog && (
        <SeatCountDialog {...{ source, manageBillingUrl }} onDone={setSaid} onClose={close} />
      )}
    </>
  )
}
