import { formatDay } from '../../messages/format/formatDay.ts'
import { formatMoney } from '../../messages/format/formatMoney.ts'
import type { Messages } from '../../messages/Messages.ts'
import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import type { CountNews } from './CountNews.ts'

/** A line of the confirmation: an amount or a date. */
export interface PriceLine {
  label: string
  value: string
  note?: string | undefined
}

/** The texts of the step that confirms a price. */
export interface PriceScreen {
  title: string
  lines: PriceLine[]
  notes: string[]
  confirmLabel: string
  /**
   * The change that the user confirms: `count` changes the seat count, and `keep` cancels the scheduled change, so that
   * the present count stays. Undefined if there is nothing to do.
   */
  change: 'count' | 'keep' | undefined
  /** The message after the change. */
  done: CountNews
}

/**
 * Returns the texts about the price of a change: the amounts now, on the next invoice and for each period. If another
 * count is scheduled and the price is that of the present count, the change is to keep the present count.
 */
export function priceScreen(
  preview: SeatCountPreview,
  subscription: SeatSubscription,
  messages: Messages,
): PriceScreen {
  const { seatCount } = messages
  const { seats, from, behavior, appliesAt, mayEndBelowSeated, isEstimate } = preview
  const countChange = seats - from.seats
  const { seats: scheduledSeats, applies_at: scheduledAt = appliesAt } = from.pending_update ?? {}
  if (countChange === 0 && scheduledSeats) {
    return keepScreen({ ...preview, appliesAt: scheduledAt }, scheduledSeats, subscription, messages)
  }
  const isLater = behavior === 'next_period'
  return {
    title: seatCount.confirmTitle({ from: from.seats, to: seats }),
    lines: priceLines(preview, subscription, messages),
    notes: [
      ...(mayEndBelowSeated ? [seatCount.mayBeFewerThanUsed({ count: seats })] : []),
      ...(isEstimate ? [seatCount.estimate] : []),
    ],
    confirmLabel: confirmLabel(preview, countChange, subscription, messages),
    change: countChange === 0 ? undefined : 'count',
    done: {
      message: isLater ? seatCount.reduced({ count: seats, at: appliesAt }) : seatCount.bought({ count: seats }),
      seats,
      isLater,
    },
  }
}

/**
 * Returns the texts about keeping the present count. Nothing is due for that before the scheduled change would have
 * applied. The amounts in the preview are those of earlier changes.
 */
function keepScreen(
  preview: SeatCountPreview,
  scheduledSeats: number,
  subscription: SeatSubscription,
  messages: Messages,
): PriceScreen {
  const { seatCount } = messages
  const { seats: count, isEstimate } = preview
  const nothingDue = { dueNow: 0, onNextInvoice: 0, fromBalance: 0, earlierUnbilled: 0 }
  const price: SeatCountPreview = { ...preview, ...nothingDue, behavior: 'next_period' }
  return {
    title: seatCount.confirmTitle({ from: scheduledSeats, to: count }),
    lines: priceLines(price, subscription, messages),
    notes: isEstimate ? [seatCount.estimate] : [],
    confirmLabel: labelWithPrice(seatCount.keep({ count }), price, subscription, seatCount),
    change: 'keep',
    done: { message: seatCount.kept({ count }), seats: count, isLater: false, isKept: true },
  }
}

function confirmLabel(
  preview: SeatCountPreview,
  countChange: number,
  subscription: SeatSubscription,
  { seatCount }: Messages,
): string {
  const { seats, behavior, appliesAt: at, dueNow, onNextInvoice, currency } = preview
  if (countChange === 0) return seatCount.nothingToDo({ count: seats })
  const withPrice = (action: string) => labelWithPrice(action, preview, subscription, seatCount)
  const isLater = behavior === 'next_period'
  if (isLater && countChange > 0) return withPrice(seatCount.buyLater({ count: countChange, at }))
  if (isLater) return withPrice(seatCount.reduceLater({ count: seats, at }))
  if (countChange < 0) return withPrice(seatCount.reduceNow({ count: seats }))
  return behavior === 'prorate'
    ? seatCount.buyNext({ count: countChange, amount: onNextInvoice, currency })
    : seatCount.buyNow({ count: countChange, amount: dueNow, currency })
}

/** Adds to a button's text the amount that is due or credited, or else the price of a period. */
function labelWithPrice(
  action: string,
  { dueNow, onNextInvoice, fromBalance, perPeriod, currency, isEstimate }: SeatCountPreview,
  { recurring_interval: interval, recurring_interval_count: intervals }: SeatSubscription,
  seatCount: Messages['seatCount'],
): string {
  if (dueNow > 0) return seatCount.amountNow({ action, amount: dueNow, currency })
  if (onNextInvoice > 0) return seatCount.amountNext({ action, amount: onNextInvoice, currency })
  if (onNextInvoice < 0) return seatCount.creditNext({ action, amount: -onNextInvoice, currency })
  if (fromBalance < 0) return seatCount.creditBalance({ action, amount: -fromBalance, currency })
  return seatCount.amountEach({ action, amount: perPeriod, currency, interval, intervals, isEstimate })
}

function priceLines(
  preview: SeatCountPreview,
  { recurring_interval, recurring_interval_count }: SeatSubscription,
  { seatCount, locale, timeZone }: Messages,
): PriceLine[] {
  const { behavior, appliesAt, dueNow, onNextInvoice, earlierUnbilled, tax, fromBalance, perPeriod } = preview
  const { currency } = preview
  const money = (amount: number) => formatMoney(amount, currency, locale)
  const atMost = (amount: number) => (amount > 0 ? seatCount.atMost({ amount, currency }) : money(amount))
  const taxNote =
    tax === null ? seatCount.beforeTax : tax === 0 ? undefined : seatCount.withTax({ amount: tax, currency })
  const lines: (PriceLine | false)[] = [
    {
      label: seatCount.appliesFrom,
      value: behavior === 'next_period' ? formatDay(appliesAt, locale, timeZone) : seatCount.atOnce,
    },
    { label: seatCount.dueNow, value: atMost(dueNow), note: dueNow > 0 ? taxNote : undefined },
    onNextInvoice !== 0 && { label: seatCount.nextInvoice, value: atMost(onNextInvoice), note: taxNote },
    Boolean(earlierUnbilled) && {
      label: seatCount.earlier,
      value: money(earlierUnbilled ?? 0),
      note: dueNow > 0 ? seatCount.partOfNow : seatCount.alsoNext,
    },
    fromBalance !== 0 && {
      label: fromBalance > 0 ? seatCount.fromBalance : seatCount.toBalance,
      value: money(Math.abs(fromBalance)),
    },
    {
      label: seatCount.perPeriod({ interval: recurring_interval, intervals: recurring_interval_count }),
      value: preview.isEstimate ? seatCount.about({ amount: perPeriod, currency }) : money(perPeriod),
      note: seatCount.beforeTax,
    },
  ]
  return lines.filter((line) => line !== false)
}
