type Sentence<Values> = (values: Values) => string
type Count = { count: number }
/** An amount in the currency's smallest unit. */
type Price = { amount: number; currency: string }
/** The length of a period: `{ interval: 'year', intervals: 2 }` is every 2 years. */
type Period = { interval: 'day' | 'week' | 'month' | 'year' | (string & {}); intervals: number }
/** The text of a button, such as "Reduce to 3 seats now". */
type Action = { action: string }
/** `at` is an ISO date. */
type Time = { at: string }

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
    limits: Sentence<{ minimum: number; maximum: number }>
    assigned: Sentence<{ assigned: number }>
    price: Sentence<Count & Price & Period>
    review: string
    loadingPrice: string
    /** Shown instead of the price if it could not be loaded. The reason is shown beside it. */
    priceNotLoaded: string
    buying: string
    confirmTitle: Sentence<{ from: number; to: number }>
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
    perPeriod: Sentence<Period>
    atMost: Sentence<Price>
    about: Sentence<Price>
    beforeTax: string
    withTax: Sentence<Price>
    estimate: string
    /**
     * Warns that the new count may be smaller than the number of people who have a seat when the count takes effect.
     */
    mayBeFewerThanUsed: Sentence<Count>
    buyNow: Sentence<Count & Price>
    buyNext: Sentence<Count & Price>
    buyLater: Sentence<Count & Time>
    reduceLater: Sentence<Count & Time>
    reduceNow: Sentence<Count>
    /** The next five texts add a price to `action`, which is the text of `buyLater`, `reduceLater` or `reduceNow`. */
    amountNow: Sentence<Action & Price>
    amountNext: Sentence<Action & Price>
    creditNext: Sentence<Action & Price>
    creditBalance: Sentence<Action & Price>
    /** The price of each later period. `isEstimate` is true if the exact price is not known. */
    amountEach: Sentence<Action & Price & Period & { isEstimate: boolean }>
    nothingToDo: Sentence<Count>
    /** Announced if the price changed while the confirmation was shown. */
    priceChanged: string
    /** Shown while a payment for the subscription is overdue. */
    pastDue: string
    /** On the link to the page where the payment method is changed. */
    manageBilling: string
    /** After a change to more or to fewer seats that took effect at once. */
    bought: Sentence<Count>
    /** After a change to fewer or to more seats that takes effect later. */
    reduced: Sentence<Count & Time>
    /** In the notice about a scheduled change, beside the button that cancels it. */
    scheduled: Sentence<Count & Time>
    /** On the button that cancels a scheduled change. */
    keep: Sentence<Count>
    /** After a scheduled change was cancelled. */
    kept: Sentence<Count>
  }
}
