import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import { reserveCall } from '../../internal/wire/reserveCall.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { assignSeats } from '../bulk/assignSeats.ts'
import type { AssignSeatsProgress } from '../bulk/AssignSeatsProgress.ts'
import { isOpen, createReport, type AssignSeatsReport } from '../bulk/assignSeatsReport.ts'
import { createRateLimitWait } from '../run/createRateLimitWait.ts'
import { reportError } from '../run/reportError.ts'
import { isOpenStep, mayHaveRevoked, toAppliedPlan, type AppliedSeat, type AppliedSeatPlan } from './appliedSeatPlan.ts'
import type { ApplySeatPlanOptions } from './ApplySeatPlanOptions.ts'
import { planSteps } from './planSteps.ts'
import { SeatPlanState, type StepListName } from './SeatPlanState.ts'
import { endStep, type StepEnd } from './stepOutcomes.ts'

/** Runs a plan. Each step can be repeated, even if the result of an earlier attempt is not known. */
export async function runSeatPlan(
  client: SeatsClient,
  source: SeatSource,
  start: AppliedSeatPlan,
  options: ApplySeatPlanOptions,
): Promise<AppliedSeatPlan> {
  const { signal, now, maxWait, ratePerMinute } = options
  const { retry, budget } = internalsOf(client)
  const rateLimitWait = createRateLimitWait(retry, maxWait)
  const state = new SeatPlanState(start)
  // A step does not wait after a 429, but throws it. Then the whole plan waits.
  const context = { client, source, options: { signal, now, maxWait: 0 } }

  /**
   * Runs the steps of a list that are not done. Resolves with the error of a 429 if the plan may not wait any longer.
   */
  async function runSteps(listName: StepListName): Promise<SeatsError | undefined> {
    for (const [index, step] of state.stepsOf(listName).entries()) {
      if (signal?.aborted) return undefined
      const error = isOpenStep(step) ? await runStep(listName, index, step) : undefined
      if (error !== undefined) return error
    }
    return undefined
  }

  /** Runs one step, again after each 429. */
  async function runStep(listName: StepListName, index: number, before: AppliedSeat): Promise<SeatsError | undefined> {
    let mayBeRevoked = mayHaveRevoked(before)
    for (;;) {
      const { end, error } = await tryStep(listName, index, before, mayBeRevoked)
      mayBeRevoked ||= error !== undefined && (error.isAmbiguous || error.recipient !== undefined)
      const waitMs = end === 'rate_limited' ? rateLimitWait.take(error?.retryAfter) : undefined
      if (waitMs !== undefined) await sleep(waitMs, signal).catch(() => {})
      if (waitMs !== undefined && !signal?.aborted) continue
      await saveStep(listName, index, endStep(before, end, mayBeRevoked, error))
      return end === 'rate_limited' && waitMs === undefined ? error : undefined
    }
  }

  async function tryStep(
    listName: StepListName,
    index: number,
    { seat }: AppliedSeat,
    mayBeRevoked: boolean,
  ): Promise<{ end: StepEnd; error?: SeatsError }> {
    const { callCount, act } = planSteps[listName]
    try {
      for (let call = 0; call < callCount; call++) await reserveCall(budget, ratePerMinute, signal)
      signal?.throwIfAborted()
      // Reported before the step starts, so that the app's stored report has the person's metadata even if the process
      // ends.
      await saveStep(listName, index, { seat, outcome: 'started' })
      return { end: (await act(context, seat, mayBeRevoked)) ? 'changed' : 'unchanged' }
    } catch (error) {
      if (isSeatsError(error, 'SeatNotPending')) return { end: 'unchanged' }
      if (isSeatsError(error)) return { end: error.status === 429 ? 'rate_limited' : 'failed', error }
      if (signal?.aborted) return { end: 'aborted' }
      throw error
    }
  }

  /**
   * Assigns all people of the plan. If this bulk job cannot start, its error is stored for each recipient without an
   * outcome.
   */
  async function assign(): Promise<AssignSeatsReport> {
    const resume = start.assigned
    const recipients = resume.results.map(({ recipient }) => recipient)
    const onProgress = (progress: AssignSeatsProgress) => {
      state.setAssigned(progress)
      void reportProgress()
    }
    try {
      return await assignSeats(
        client,
        { source, recipients, resume },
        { ...options, maxWait: rateLimitWait.leftMs, onProgress },
      )
    } catch (error) {
      if (!isSeatsError(error)) throw error
      const failure = { outcome: 'failed' as const, error: error.toJSON() }
      return createReport(
        source,
        resume.results.map((result) => (isOpen(result) ? { ...result, ...failure } : result)),
      )
    }
  }

  async function saveStep(listName: StepListName, index: number, step: AppliedSeat): Promise<void> {
    state.setStep(listName, index, step)
    await reportProgress()
  }

  async function reportProgress(): Promise<void> {
    try {
      await options.onProgress?.(state.progress())
    } catch (error) {
      reportError(error)
    }
  }

  const rateLimitError = (await runSteps('revoked')) ?? (await runSteps('reinvited'))
  const assigned = rateLimitError || signal?.aborted ? start.assigned : await assign()
  const error = rateLimitError?.toJSON() ?? assigned.error
  return toAppliedPlan({ ...state.progress().report, assigned, ...(error && { error }) })
}
