import type { SeatCountLimits, SeatCountPreview, SeatPermissions, SeatSubscription } from '@seats/core'
import { formatDay, formatMoney } from './format.ts'
import { text } from './text.ts'

const say = text.seatCount

/**
 * Milliseconds for which a new price cannot be confirmed, so that the second click of a double click does not confirm a
 * price that nobody has read.
 */
export const settleMs = 500

/** A seat count that was typed: a number that can be bought, or the problem with it. */
export type TypedCount = { count: number; problem?: undefined } | { count?: undefined; problem: string }

export function readCount(typed: string, { minimum, maximum, assigned }: SeatCountLimits): TypedCount {
  const count = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN
  if (count >= minimum && count <= maximum) return { count }
  return { problem: count < minimum && minimum === assigned ? say.assigned(assigned) : say.limits(minimum, maximum) }
}

/** Returns the limits for a person who may not reduce the count. */
export const limitsFor = (
  limits: SeatCountLimits,
  { seats }: SeatSubscription,
  { reduceSeats }: SeatPermissions,
): SeatCountLimits => (reduceSeats ? limits : { ...limits, minimum: Math.max(limits.minimum, seats ?? 0) })

interface PriceLine {
  label: string
  value: string
  note?: string | undefined
}

/** The texts of the confirmation. */
export interface PriceScreen {
  title: string
  lines: PriceLine[]
  notes: string[]
  confirm: string
  /** False if there is nothing to buy or to reduce. */
  canConfirm: boolean
  /** The notice afterwards. */
  done: string
}

/** Tells what a seat count costs: now, on the next invoice and each period. */
export function priceScreen(preview: SeatCountPreview, subscription: SeatSubscription): PriceScreen {
  const { seats, from, behavior, appliesAt, mayEndBelowSeated, isEstimate } = preview
  const added = seats - from.seats
  const isLater = behavior === 'next_period'
  return {
    title: say.confirmTitle(from.seats, seats),
    lines: priceLines(preview, subscription),
    notes: [...(mayEndBelowSeated ? [say.mayEndBelow(seats)] : []), ...(isEstimate ? [say.estimate] : [])],
    confirm: confirmText(preview, added),
    canConfirm: added !== 0,
    done: isLater ? say.reduced(seats, formatDay(appliesAt)) : say.bought(seats),
  }
}

function confirmText({ seats, behavior, appliesAt, dueNow, onNextInvoice, currency }: SeatCountPreview, added: number) {
  if (added === 0) return say.nothingToDo(seats)
  if (behavior === 'next_period') {
    const when = formatDay(appliesAt)
    return added > 0 ? say.buyLater(added, when) : say.reduceLater(seats, when)
  }
  if (added < 0) return say.reduceNow(seats)
  return behavior === 'prorate'
    ? say.buyNext(added, formatMoney(onNextInvoice, currency))
    : say.buyNow(added, formatMoney(dueNow, currency))
}

function priceLines(preview: SeatCountPreview, subscription: SeatSubscription): PriceLine[] {
  const { behavior, appliesAt, dueNow, onNextInvoice, earlierUnbilled, tax, fromBalance, perPeriod } = preview
  const { recurring_interval, recurring_interval_count } = subscription
  const money = (amount: number) => formatMoney(amount, preview.currency)
  const atMost = (amount: number) => (amount > 0 ? say.atMost(money(amount)) : money(amount))
  const taxNote = tax === null ? say.beforeTax : tax === 0 ? undefined : say.withTax(money(tax))
  const lines: (PriceLine | false)[] = [
    { label: say.holdsFrom, value: behavior === 'next_period' ? formatDay(appliesAt) : say.atOnce },
    { label: say.dueNow, value: atMost(dueNow), note: dueNow > 0 ? taxNote : undefined },
    onNextInvoice !== 0 && { label: say.nextInvoice, value: atMost(onNextInvoice), note: taxNote },
    Boolean(earlierUnbilled) && {
      label: say.earlier,
      value: money(earlierUnbilled ?? 0),
      note: dueNow > 0 ? say.partOfNow : say.alsoNext,
    },
    fromBalance !== 0 && {
      label: fromBalance > 0 ? say.fromBalance : say.toBalance,
      value: money(Math.abs(fromBalance)),
    },
    {
      label: say.perPeriod(recurring_interval, recurring_interval_count),
      value: preview.isEstimate ? say.about(money(perPeriod)) : money(perPeriod),
      note: say.beforeTax,
    },
  ]
  return lines.filter((line) => line !== false)
}
