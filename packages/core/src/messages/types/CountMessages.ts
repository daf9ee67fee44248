type Say<Values> = (values: Values) => string
type Count = { count: number }
/** An amount in the currency's smallest unit. */
type Price = { amount: number; currency: string }
/** The length of a period: `{ interval: 'year', intervals: 2 }` is every 2 years. */
type Period = { interval: 'day' | 'week' | 'month' | 'year' | (string & {}); intervals: number }
/** The text of a button, such as "Reduce to 3 seats now". */
type Action = { action: string }
/** `at` is an ISO date. */
type At = { at: string }

/** The texts of the seat count: the stepper, the price, and the confirmation. */
export interface CountMessages {
  seatCount: {
    get: string
    change: string
    title: string
    loading: string
    label: string
    fewer: string
    more: string
    limits: Say<{ minimum: number; maximum: number }>
    assigned: Say<{ assigned: number }>
    price: Say<Count & Price & Period>
    review: string
    loadingPrice: string
    /** Shown instead of the price if it could not be loaded. The reason is shown beside it. */
    priceNotLoaded: string
    buying: string
    confirmTitle: Say<{ from: number; to: number }>
    /** Shown before the time from which the new count applies. */
    appliesFrom: string
    /** Shown instead of that time if the new count applies at once. */
    atOnce: string
    dueNow: string
    nextInvoice: string
    /** Shown before the amount of earlier changes that is not billed yet. */
    earlier: string
    /** Says that the earlier amount is a part of the amount that is due now. */
    partOfNow: string
    /** Says that the earlier amount is on the next invoice too. */
    alsoNext: string
    fromBalance: string
    toBalance: string
    /** Shown before the price of each later period. */
    perPeriod: Say<Period>
    atMost: Say<Price>
    about: Say<Price>
    beforeTax: string
    withTax: Say<Price>
    estimate: string
    /** Warns that more people than the new, smaller count may have a seat when it takes effect. */
    mayBeFewerThanUsed: Say<Count>
    buyNow: Say<Count & Price>
    buyNext: Say<Count & Price>
    buyLater: Say<Count & At>
    reduceLater: Say<Count & At>
    reduceNow: Say<Count>
    /** The next five texts add a price to `action`, which is the text of `buyLater`, `reduceLater` or `reduceNow`. */
    amountNow: Say<Action & Price>
    amountNext: Say<Action & Price>
    creditNext: Say<Action & Price>
    creditBalance: Say<Action & Price>
    /** The price of each later period. `isEstimate` is true if the exact price is not known. */
    amountEach: Say<Action & Price & Period & { isEstimate: boolean }>
    nothingToDo: Say<Count>
    /** Shown if the price changed while the confirmation was open. */
    priceChanged: string
    /** Shown while a payment for the subscription is overdue. */
    pastDue: string
    /** On the link to the page where a card is changed. */
    manageBilling: string
    /** After a change to more or to fewer seats that took effect at once. */
    bought: Say<Count>
    /** After a change to fewer or to more seats that takes effect later. */
    reduced: Say<Count & At>
    /** In the notice about a scheduled change, beside the button that cancels it. */
    scheduled: Say<Count & At>
    /** On the button that cancels a scheduled change. */
    keep: Say<Count>
    /** After a scheduled change was cancelled. */
    kept: Say<Count>
  }
}
