import type { MessageTexts } from '../Messages.ts'
import type { MessageTools } from '../MessageTools.ts'
import type { PanelTexts } from '../PanelMessages.ts'

type CountTexts = Omit<MessageTexts['seatCount'], keyof PanelTexts['seatCount']>

export function count({ seat, number, seats, money, day }: MessageTools): CountTexts {
  const every = ({ interval, intervals }: { interval: string; intervals: number }) =>
    intervals === 1 ? `each ${interval}` : `every ${number(intervals)} ${interval}s`
  return {
    title: `${seat.title} of the subscription`,
    loading: 'Loading the subscription…',
    label: `${seat.title} in all`,
    fewer: `One ${seat.one} fewer`,
    more: `One ${seat.one} more`,
    limits: ({ minimum, maximum }) => `A whole number from ${number(minimum)} to ${number(maximum)}.`,
    assigned: ({ assigned }) => `${seats(assigned)} in use: to go below that, revoke some first.`,
    price: ({ count, amount, currency, interval, intervals }) =>
      `${seats(count)}: ${money({ amount, currency })} ${every({ interval, intervals })}, before tax and discounts.`,
    review: 'See what it costs',
    loadingPrice: 'Asking for the price…',
    priceNotLoaded: 'The price could not be loaded.',
    buying: 'One moment: a payment can take a minute.',
    confirmTitle: ({ from, to }) => `${number(from)} → ${seats(to)}`,
    appliesFrom: 'From',
    atOnce: 'Now',
    dueNow: 'To pay now',
    nextInvoice: 'On the next invoice',
    earlier: 'From earlier changes',
    partOfNow: 'part of what you pay now',
    alsoNext: 'on the next invoice too',
    fromBalance: 'Paid from your balance',
    toBalance: 'Added to your balance',
    perPeriod: (period) => `From then, ${every(period)}`,
    atMost: (price) => `at most ${money(price)}`,
    about: (price) => `about ${money(price)}`,
    beforeTax: 'before tax',
    withTax: (price) => `${money(price)} of it is tax`,
    estimate: 'Some of this is an estimate: a discount or tax can change it.',
    mayBeFewerThanUsed: ({ count }) =>
      `Until then, people can still get ${seat.a}. Nobody is removed, even if more than ${seats(count)} are taken by then.`,
    buyNow: ({ count, ...price }) => `Buy ${seats(count)}, ${money(price)} now`,
    buyNext: ({ count, ...price }) => `Buy ${seats(count)}, ${money(price)} on the next invoice`,
    buyLater: ({ count, at }) => `Buy ${seats(count)} from ${day(at)}`,
    reduceLater: ({ count, at }) => `Reduce to ${seats(count)} on ${day(at)}`,
    reduceNow: ({ count }) => `Reduce to ${seats(count)} now`,
    amountNow: ({ action, ...price }) => `${action}, ${money(price)} to pay now`,
    amountNext: ({ action, ...price }) => `${action}, ${money(price)} on the next invoice`,
    creditNext: ({ action, ...price }) => `${action}, ${money(price)} off the next invoice`,
    creditBalance: ({ action, ...price }) => `${action}, ${money(price)} added to your balance`,
    amountEach: ({ action, isEstimate, amount, currency, ...period }) =>
      `${action}, then ${isEstimate ? 'about ' : ''}${money({ amount, currency })} ${every(period)}`,
    nothingToDo: ({ count }) => `You have ${seats(count)} already`,
    priceChanged: 'The price has changed. Look at it again before you confirm.',
    bought: ({ count }) => `You have ${seats(count)} now.`,
    reduced: ({ count, at }) => `From ${day(at)} you have ${seats(count)}.`,
    scheduled: ({ count, at }) => `From ${day(at)} this subscription has ${seats(count)}.`,
    keep: ({ count }) => `Keep ${seats(count)}`,
    kept: ({ count }) => `You keep ${seats(count)}.`,
  }
}
