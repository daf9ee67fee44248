import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import { retryDelay } from '../../internal/wire/retryDelay.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import { isInvitationExpired } from '../../roster/isInvitationExpired.ts'
import { seatRecipient } from '../../roster/seatRecipient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import {
  toAppliedPlan,
  isOpenStep,
  isSameAssignment,
  mayHaveActed,
  type AppliedSeat,
  type AppliedSeatPlan,
} from './appliedSeatPlan.ts'
import type { ApplySeatPlanOptions } from './ApplySeatPlanOptions.ts'
import { assignSeats } from '../bulk/assignSeats.ts'
import { isOpen, reportOf, type AssignSeatsReport } from '../bulk/assignSeatsReport.ts'
import { createRateLimitWait, type RateLimitWait } from '../run/createRateLimitWait.ts'
import { ensureRevoked } from '../seat/ensureRevoked.ts'
import { ensureSeat } from '../seat/ensureSeat.ts'
import { renewInvitation } from '../seat/renewInvitation.ts'
import { reportError } from '../run/reportError.ts'
import { startRun } from '../run/WorkflowRun.ts'

/** Carries out one step. `isRepeat`: an earlier try may have revoked the seat. Returns whether it changed something. */
type Act = (seat: CustomerSeat, isRepeat: boolean) => Promise<boolean>

/** The number of calls that a step sends, for the rate budget. */
const callsPerStep = { revoked: 2, reinvited: 3 }

/** Runs `applySeatPlan` once. Each step can be repeated, also if the result of an earlier try is not known. */
export class SeatPlanRun {
  readonly #client: SeatsClient
  readonly #source: SeatSource
  readonly #options: ApplySeatPlanOptions
  readonly #retry: RetryOptions | false
  readonly #wait: RateLimitWait
  #state: AppliedSeatPlan
  #rateLimitError: SeatsError | undefined

  constructor(client: SeatsClient, source: SeatSource, state: AppliedSeatPlan, options: ApplySeatPlanOptions) {
    this.#client = client
    this.#source = source
    this.#state = state
    this.#options = options
    this.#retry = internalsOf(client).retry
    this.#wait = createRateLimitWait(this.#retry, options.maxWait)
  }

  async run(): Promise<AppliedSeatPlan> {
    await this.#runSteps('revoked', (seat, isRepeat) => this.#revoke(seat, isRepeat))
    await this.#runSteps('reinvited', (seat, isRepeat) => this.#renew(seat, isRepeat))
    if (!this.#isOver) this.#state = toAppliedPlan({ ...this.#state, assigned: await this.#assignAll() })
    const error = this.#rateLimitError?.toJSON() ?? this.#state.assigned.error
    return error ? { ...this.#state, error } : this.#state
  }

  get #isOver(): boolean {
    return this.#rateLimitError !== undefined || this.#options.signal?.aborted === true
  }

  async #runSteps(list: 'revoked' | 'reinvited', act: Act): Promise<void> {
    for (const [index, step] of this.#state[list].entries()) {
      if (this.#isOver) return
      if (isOpenStep(step)) await this.#runStep(list, index, act)
    }
  }

  /**
   * Runs one step, again after each 429. It is reported before it starts: if the process crashes, the stored report still
   * has the person's metadata.
   */
  async #runStep(list: 'revoked' | 'reinvited', index: number, act: Act): Promise<void> {
    const before = this.#state[list][index]
    if (before === undefined) return
    const { seat } = before
    let isRepeat = mayHaveActed(before)
    for (;;) {
      try {
        await this.#reserveCalls(callsPerStep[list])
        await this.#store(list, index, { seat, outcome: 'started' })
        const isDone = await act(seat, isRepeat)
        return await this.#store(list, index, { seat, outcome: isDone ? 'done' : 'unchanged' })
      } catch (error) {
        if (!isSeatsError(error)) {
          if (!this.#options.signal?.aborted) throw error
          // The caller aborted before the step changed anything.
          return this.#store(list, index, isRepeat ? { seat, outcome: 'started' } : before)
        }
        if (error.code === 'SeatNotPending') return this.#store(list, index, { seat, outcome: 'unchanged' })
        isRepeat ||= error.isAmbiguous || error.recipient !== undefined
        const isLimited = error.status === 429
        if (isLimited && (await this.#pause(error))) continue
        if (isLimited) return this.#store(list, index, { seat, outcome: isRepeat ? 'started' : 'skipped' })
        const failed: AppliedSeat = { seat, outcome: 'failed', error: error.toJSON() }
        return this.#store(list, index, isRepeat ? { ...failed, mayBeRevoked: true } : failed)
      }
    }
  }

  async #revoke(seat: CustomerSeat, isRepeat: boolean): Promise<boolean> {
    const { signal } = this.#options
    if (isRepeat) {
      const { seats } = await this.#read()
      // They lost it by an earlier try. If they have one again, somebody gave it to them since.
      if (!seats.some((row) => isSameAssignment(row, seat))) return true
    }
    const { revoked } = await ensureRevoked(this.#client, { source: this.#source, seat }, { signal, maxWait: 0 })
    return revoked || isRepeat
  }

  async #renew(seat: CustomerSeat, isRepeat: boolean): Promise<boolean> {
    const { signal } = this.#options
    const recipient = seatRecipient(seat)
    if (isRepeat && recipient !== undefined) {
      const row = indexRoster(await this.#read()).find(recipient)
      if (row === undefined) {
        await ensureSeat(this.#client, { source: this.#source, recipient }, { maxWait: 0 })
        return true
      }
      if (!isSameAssignment(row, seat)) return true
    }
    const run = startRun(this.#client, { signal, maxWait: 0, now: this.#options.now })
    // The plan may be old, or made by a wrong clock. This read has told the server's time, and a good link is kept.
    await renewInvitation(run, this.#source, seat, {}, (row) => isInvitationExpired(row, { now: run.earliestNow() }))
    return true
  }

  /** Reads the roster as often as the client would, but throws a 429, which the whole run waits out. */
  async #read(): Promise<SeatsList> {
    const { signal } = this.#options
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#client.listSeats(this.#source, { signal, retry: false })
      } catch (error) {
        const isLimited = isSeatsError(error) && error.status === 429
        const ms = isSeatsError(error) && !isLimited ? retryDelay(error, attempt, this.#retry) : undefined
        if (ms === undefined) throw error
        await sleep(ms, signal)
      }
    }
  }

  async #assignAll(): Promise<AssignSeatsReport> {
    const resume = this.#state.assigned
    const recipients = resume.results.map(({ recipient }) => recipient)
    const { onProgress: _, ...options } = this.#options
    const onProgress = ({ report }: { report: AssignSeatsReport }) => {
      this.#state = toAppliedPlan({ ...this.#state, assigned: report })
      void this.#reportProgress()
    }
    try {
      const params = { source: this.#source, recipients, resume }
      return await assignSeats(this.#client, params, { ...options, maxWait: this.#wait.leftMs, onProgress })
    } catch (error) {
      if (!isSeatsError(error)) throw error
      // The revokes are done, so that the report is returned, with this error as the outcome of everybody still open.
      const failed = resume.results.map((result) =>
        isOpen(result) ? { ...result, outcome: 'failed' as const, error: error.toJSON() } : result,
      )
      return reportOf(this.#source, failed)
    }
  }

  async #reserveCalls(count: number): Promise<void> {
    const { ratePerMinute, signal } = this.#options
    for (let call = 0; call < count; call++) await internalsOf(this.#client).budget.reserveCall(ratePerMinute, signal)
    signal?.throwIfAborted()
  }

  /** Waits after a 429. Resolves with false, and ends the run, if that would exceed `maxWait`. */
  async #pause(error: SeatsError): Promise<boolean> {
    const ms = this.#wait.take(error.retryAfter)
    if (ms === undefined) {
      this.#rateLimitError = error
      return false
    }
    await sleep(ms, this.#options.signal).catch(() => {})
    return !this.#options.signal?.aborted
  }

  async #store(list: 'revoked' | 'reinvited', index: number, step: AppliedSeat): Promise<void> {
    this.#state = toAppliedPlan({ ...this.#state, [list]: this.#state[list].with(index, step) })
    await this.#reportProgress()
  }

  async #reportProgress(): Promise<void> {
    const { revoked, reinvited, assigned } = this.#state
    const steps = [...revoked, ...reinvited]
    const results = assigned.results
    const done =
      steps.filter(({ outcome }) => outcome !== 'skipped' && outcome !== 'started').length +
      results.filter(({ outcome }) => outcome !== 'skipped').length
    try {
      await this.#options.onProgress?.({ done, total: steps.length + results.length, report: this.#state })
    } catch (error) {
      reportError(error)
    }
  }
}
