import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { checkWorkflowOptions } from '../run/checkWorkflowOptions.ts'
import { ServerTime } from '../run/ServerTime.ts'
import type { AssignSeatsOptions } from './AssignSeatsOptions.ts'
import { createReport, startReport, type AssignSeatsReport } from './assignSeatsReport.ts'
import { answerRules } from './bulkOutcomes.ts'
import { BulkPace } from './BulkPace.ts'
import { BulkQueue } from './BulkQueue.ts'
import { BulkResults, type BulkListeners, type OpenRecipient } from './BulkResults.ts'
import { BulkRoster } from './BulkRoster.ts'
import { sendAssign } from './sendAssign.ts'

export interface AssignSeatsParams {
  source: SeatSource
  recipients: SeatInvitee[]
  /**
   * An earlier report, which may have been stored as JSON. Its `skipped`, `failed` and `no_seat` recipients are tried
   * again.
   */
  resume?: AssignSeatsReport | undefined
}

/** The largest number of calls at the same time, unless the option `concurrency` is set. */
const defaultConcurrency = 4

/**
 * Runs `assignSeats`, with two more listeners: `onResult` gets each single result, so a page need not compare reports,
 * and `onSend` is called before each call.
 *
 * Sends a call for each ready recipient, reads the roster once for all who wait, and repeats. All decisions are in
 * `BulkQueue` and in the tables of `bulkOutcomes.ts`.
 */
export async function runAssignSeats(
  client: SeatsClient,
  { source, recipients, resume }: AssignSeatsParams,
  options: AssignSeatsOptions & BulkListeners,
): Promise<AssignSeatsReport> {
  checkWorkflowOptions(options)
  const { signal, concurrency = defaultConcurrency, now = client.now } = options
  const start = startReport(source, recipients, resume)
  if (start.complete || signal?.aborted) return start
  const pace = new BulkPace(client, options)
  const results = new BulkResults(start, options)
  const queue = new BulkQueue(results)
  const bulkRoster = new BulkRoster(client, source, pace)
  const serverTime = new ServerTime(now)

  async function startQueue(): Promise<void> {
    try {
      queue.start(await bulkRoster.read(signal))
    } catch (error) {
      if (!pace.isOver) throw error
    }
  }

  /** Sends a call for each ready recipient, as long as seats are free. */
  async function sendReady(): Promise<void> {
    const workers = Array.from({ length: Math.min(queue.ready.length, Math.floor(concurrency)) }, runWorker)
    // An error that is not a SeatsError is thrown once the calls under way have ended.
    const outcomes = await Promise.allSettled(workers)
    const rejection = outcomes.find((outcome) => outcome.status === 'rejected')
    if (rejection) throw rejection.reason
  }

  async function runWorker(): Promise<void> {
    try {
      for (let openRecipient = queue.next(); openRecipient !== undefined; openRecipient = queue.next()) {
        if (!(await pace.waitForTurn())) return queue.putBack(openRecipient)
        await send(openRecipient)
      }
    } catch (error) {
      pace.stop()
      throw error
    }
  }

  async function send(openRecipient: OpenRecipient): Promise<void> {
    const mayBeSeated = openRecipient.getSentAt !== undefined
    openRecipient.getSentAt ??= serverTime.mark()
    results.saveSent(openRecipient)
    bulkRoster.forget()
    const answer = await sendAssign(client, source, openRecipient.recipient, results.all)
    const { kind, seat, error } = answer
    const { job } = answerRules[kind]
    // The time of a call is needed only if its answer was lost.
    if (!mayBeSeated && kind !== 'lost') openRecipient.getSentAt = undefined
    if (seat) serverTime.learn(assignedAt(seat))
    if (error && job === 'ends') pace.stop(error)
    if (error && job === 'pauses') pace.pause(error)
    if (job === 'goes_on' || job === 'ends') {
      results.countAnswer()
      pace.forgetLosses()
    }
    queue.takeAnswer(openRecipient, answer, mayBeSeated)
    if (error && job === 'slows_down') await pace.waitAfterLoss(error)
  }

  /** Reads the roster once for all waiting recipients. */
  async function readForWaiting(): Promise<void> {
    if (queue.waiting.length === 0) return
    const needsRoster = !pace.isOver || queue.waiting.some(({ getSentAt }) => getSentAt !== undefined)
    const roster = needsRoster ? await bulkRoster.readLatest() : undefined
    // If the roster cannot be read, these recipients wait for the next read.
    if (roster !== undefined || pace.isOver) queue.takeRoster(roster, pace.isOver)
  }

  try {
    await startQueue()
    while (queue.ready.length + queue.waiting.length > 0 && !pace.isOver) {
      await sendReady()
      await readForWaiting()
    }
  } finally {
    pace.stopListening()
  }
  return createReport(source, results.all, pace.error)
}
