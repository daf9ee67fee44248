import type { SeatCountPreview, SeatSource, SeatSubscription } from '@seats/core'
import { explainError } from '@seats/core/messages'
import {
  addPrice,
  billingLink,
  doubleClickMs,
  holdFocus,
  keepDialogOpen,
  priceNews,
  priceScreen,
  type CountNews,
} from '@seats/core/ui'
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import { useCancelSeatCountChange, useSeatCountPreview, useUpdateSeatCount } from '../../exports/index.ts'
import type { CountSlots } from '../CountSlots.ts'
import { BillingLink } from './BillingLink.tsx'
import { useAllMessages } from './useAllMessages.ts'
import { useIsStable } from './useIsStable.ts'

interface Props extends CountSlots {
  source: SeatSource | null | undefined
  manageBillingUrl: string | undefined
  subscription: SeatSubscription
  seats: number
  /** False if the user has lost the permission. The button that confirms is then disabled. */
  isAllowed: boolean
  onDone: (news: CountNews) => void
  onCancel: () => void
}

/**
 * Shows the price of one seat count, and the button that confirms it. If the count is the present one and another count
 * is scheduled, the button cancels the scheduled change. The button is disabled until the price is known and has stayed
 * the same for half a second. If the price could not be loaded, another button loads the price again.
 */
export function SeatCountConfirm({
  source,
  manageBillingUrl,
  subscription,
  seats,
  isAllowed,
  renderPriceDetails,
  onDone,
  onCancel,
}: Props): ReactElement {
  const messages = useAllMessages()
  const { seatCount, common } = messages
  const preview = useSeatCountPreview(source, seats)
  // True from the first click until the change fails, or until the dialog closes after a success. A second click can
  // come before the mutation's `isPending` is true.
  const isSent = useRef(false)
  const update = useUpdateSeatCount(source)
  const cancel = useCancelSeatCountChange(source)
  // At most one of the two is not idle.
  const isPending = update.isPending || cancel.isPending
  const isSuccess = update.isSuccess || cancel.isSuccess
  const changeError = update.error ?? cancel.error
  const toScreen = (price: SeatCountPreview) => priceScreen(price, subscription, messages)
  const isFinished = isSuccess || changeError?.isAmbiguous === true
  const isNotLoaded = preview.isError && !preview.isFetching && !isFinished
  const shownPrice = isNotLoaded ? undefined : preview.data
  const confirmablePrice = preview.isFetching ? undefined : shownPrice
  const screen = shownPrice && toScreen(shownPrice)
  const isPriceStable = useIsStable(confirmablePrice)
  const isDisabled = !isAllowed || !confirmablePrice || !screen?.change || !isPriceStable || isPending || isFinished
  // After a purchase the dialog closes by itself, so “Cancel” does nothing then.
  const isBuying = isPending || isSuccess
  const error = isNotLoaded ? preview.error : changeError
  const [prices, setPrices] = useState<readonly SeatCountPreview[]>([])
  const newPrices = addPrice(prices, confirmablePrice, toScreen)
  if (newPrices !== prices) setPrices(newPrices)

  // A purchase under way cannot be stopped, so the dialog stays open until its result is known.
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => (root.current ? keepDialogOpen(root.current, () => isSent.current) : undefined), [])

  // Each price has a button of its own. A price that arrives or changes removes the last button, and the focus moves to
  // “Cancel”. So a press that was meant for the last button confirms nothing.
  const buttonKey = isNotLoaded ? 'retry' : JSON.stringify(screen)
  const lastButtonKey = useRef(buttonKey)
  useLayoutEffect(() => {
    if (lastButtonKey.current !== buttonKey && root.current) holdFocus(root.current)
    lastButtonKey.current = buttonKey
  }, [buttonKey])

  function confirm() {
    if (isDisabled || isSent.current) return
    isSent.current = true
    update.reset()
    cancel.reset()
    const { change, done } = screen
    const callbacks = {
      onError: () => {
        isSent.current = false
      },
      // The dialog stays open for the time of a double click, so that the second click does not reach the page below.
      onSuccess: () => {
        setTimeout(() => {
          isSent.current = false
          onDone(done)
        }, doubleClickMs)
      },
    }
    if (change === 'keep') cancel.mutate({ seen: confirmablePrice.from }, callbacks)
    else update.mutate({ seats, seen: confirmablePrice }, callbacks)
  }

  return (
    <div ref={root} className="seats-seat-count">
      <h4 aria-live="polite">{screen?.title ?? (isNotLoaded ? seatCount.priceNotLoaded : seatCount.loadingPrice)}</h4>
      {screen && (
        <dl className="seats-price" aria-busy={preview.isFetching}>
          {screen.lines.map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value} {note && <small>{note}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {screen?.notes.map((note) => (
        <p key={note} className="seats-hint">
          {note}
        </p>
      ))}
      {renderPriceDetails?.({ seats, preview: confirmablePrice })}
      <p className="seats-field-problem" role="alert">
        {error && explainError(error, messages)}
      </p>
      {error && <BillingLink href={billingLink(error, manageBillingUrl, location.href)} />}
      <p role="status" className="seats-hint">
        {update.isPending
          ? seatCount.buying
          : preview.isPaused
            ? common.offline
            : priceNews(newPrices.map(toScreen), error !== null, messages)}
      </p>
      <div className="seats-dialog-foot">
        <button
          type="button"
          className="seats-button"
          data-seats-focus=""
          aria-disabled={isBuying}
          onClick={() => !isBuying && onCancel()}
        >
          {common.cancel}
        </button>
        <button
          key={buttonKey}
          type="button"
          className="seats-button seats-primary"
          aria-disabled={isDisabled && !isNotLoaded}
          aria-busy={preview.isFetching || isPending}
          onClick={isNotLoaded ? () => preview.refetch() : confirm}
        >
          {screen?.confirmLabel ?? (isNotLoaded ? common.retry : seatCount.loadingPrice)}
        </button>
      </div>
    </div>
  )
}
