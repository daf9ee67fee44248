import type { RuleContext } from '../../domain/context/RuleContext.ts'
import type { Change } from '../state/Change.ts'
import { brokenField, inactive } from '../state/errors.ts'
import { isActive, type Subscription } from '../state/Subscription.ts'
import type { Datetime } from '../../validation/python/pydantic/parseDatetime.ts'
import { changePending } from '../state/upsertPending.ts'

/** Starts a trial, sets the end of a trial, or ends a trial now. */
export function changeTrial(ruleContext: RuleContext, subscription: Subscription, trialEnd: Datetime | 'now'): Change {
  const { row } = subscription
  if (!isActive(row.status)) throw inactive(row.id)
  const isTrialing = row.status === 'trialing'
  if (!isTrialing && trialEnd === 'now') {
    throw brokenField('trial_end', 'The subscription is not currently trialing.', trialEnd)
  }
  const end = trialEnd === 'now' ? ruleContext.clock.now() : trialEnd.time
  if (!isTrialing && trialEnd !== 'now' && end <= row.current_period_end) {
    throw brokenField('trial_end', 'Trial end must be after the current period end.', trialEnd.iso)
  }
  row.status = 'trialing'
  row.trial_end = end
  row.current_period_end = end
  changePending(ruleContext, subscription, { new_cycle_end: end })
  return trialEnd === 'now' ? { bill: 'cycle' } : {}
}
