type Say<Values> = (values: Values) => string
type Count = { count: number }
/** An amount in the currency's smallest unit. */
type Price = { amount: number; currency: string }
/** Each month, every 2 years. */
type Period = { interval: 'day' | 'week' | 'month' | 'year' | (string & {}); intervals: number }
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
    asking: string
    buying: string
    confirmTitle: Say<{ from: number; to: number }>
    holdsFrom: string
    atOnce: string
    dueNow: string
    nextInvoice: string
    earlier: string
    partOfNow: string
    alsoNext: string
    fromBalance: string
    toBalance: string
    perPeriod: Say<Period>
    atMost: Say<Price>
    about: Say<Price>
    beforeTax: string
    withTax: Say<Price>
    estimate: string
    mayEndBelow: Say<Count>
    buyNow: Say<Count & Price>
    buyNext: Say<Count & Price>
    buyLater: Say<Count & At>
    reduceLater: Say<Count & At>
    reduceNow: Say<Count>
    nothingToDo: Say<Count>
    /** The price changed while the confirmation was open. */
    priceChanged: string
    /** On the link to the page where a card is changed. */
    manageBilling: string
    bought: Say<Count>
    reduced: Say<Count & At>
    scheduled: Say<Count & At>
    keep: Say<Count>
    kept: Say<Count>
  }
}
