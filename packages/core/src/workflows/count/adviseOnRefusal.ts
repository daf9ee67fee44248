import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'

/** Advice for those refusals of Polar that do not say what to do. */
const adviceByCode: Record<string, string> = {
  AlreadyCanceledSubscription: 'Take the cancellation back first. If it has ended, buy a new subscription.',
  UpdateSubscriptionSeatsNotAllowed: 'The organization that sells it changes the seat count for you: ask there.',
  PaymentFailed: 'Nothing was bought and nothing was charged. Use another card, then try again.',
  PaymentActionRequired:
    'Nothing was bought and nothing was charged. The bank wants the cardholder to confirm, which cannot be done here: use another card.',
  NotPermitted: 'Ask the owner or a billing manager of your team.',
  SubscriptionLocked: 'Another change is under way. Try again in a moment.',
}

const missingCardAdvice = 'Nothing was bought and nothing was charged. Add a card first, then try again.'

/** Throws an error again. Adds advice to the refusals that need it. */
export function adviseOnRefusal(error: unknown): never {
  if (!isSeatsError(error)) throw error
  const isCardMissing = error.code === 'PaymentFailed' && error.detail.includes('missing_payment_method')
  const advice = isCardMissing ? missingCardAdvice : adviceByCode[error.code]
  if (advice === undefined || error.status === undefined || error.detail.includes(advice)) throw error
  throw new SeatsError({ ...error, cause: error.cause, detail: `${error.detail} ${advice}` })
}
