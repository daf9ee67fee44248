import type { CustomerSeat, SeatMember, SeatsClient, SeatSource } from '@seats/core'
import { misconfigured } from '../internal/misconfigured.ts'
import { createCauseFinder } from '../lapses/createCauseFinder.ts'
import type { Sources, SweepOptions } from '../lapses/forEachSource.ts'
import { requireFunctions } from '../lapses/requireFunctions.ts'
import { parseSource } from '../lapses/parseSource.ts'
import { defaultStore } from '../store/defaultStore.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import { keyOf } from './capture.ts'
import { readPlan } from './readPlan.ts'
import { forgetPerson, type ForgottenPerson } from './forgetPerson.ts'
import type { RecoveryPlan } from './RecoveryPlan.ts'
import {
  recordDeletedCustomer,
  recordDeletedMember,
  recordSeat,
  recordSubscription,
  type RecordedSeat,
} from './recordRecovery.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { restoreTeam, type RestoreOptions } from './restoreTeam.ts'
import { runRecovery, type RecoveryOutcome } from './runRecovery.ts'
import type { Include, SeatingReport } from './seatPeople.ts'
import { sweepTeams, type RecoverySweepReport } from './sweepTeams.ts'

interface CommonOptions {
  /**
   * A client with an organization token that has the scopes `customer_seats:read`, `customer_seats:write` and
   * `subscriptions:read`.
   */
  client: SeatsClient
  /** Keeps the recovery's notes in your own database. */
  memory: RecoveryMemory
  /** The store that your handlers use. Default: the store of the process. Several processes must share one. */
  store?: SeatsStore | undefined
}

/** Options of `createSeatRecovery`. */
export type SeatRecoveryOptions = CommonOptions &
  (
    | {
        /** `run` seats people again automatically. */
        mode: 'automatic'
        /**
         * Called before a person is seated again. Returns whether to seat them, for example whether they still work at
         * the company.
         */
        include: Include
      }
    | {
        /** The default: nobody is seated again before you call `restore`. */
        mode?: 'manual' | undefined
        include?: Include | undefined
      }
  )

/** Seats a team again after a failed payment or a pause. */
export interface SeatRecovery {
  /**
   * Looks at the teams that have lapsed. In `automatic` mode, seats the people of teams whose subscription is active
   * again. In both modes, continues a `restore` or `run` that has not seated everybody, for example because its process
   * ended. Call it from a worker, from a cron job or after a webhook.
   */
  run(options?: SweepOptions): Promise<RecoveryOutcome[]>
  /**
   * Notes who is seated on these sources, and finds lapses that no event has reported. Run it at installation and every
   * night.
   */
  sweep(sources: Sources, options?: SweepOptions): Promise<RecoverySweepReport>
  /** Resolves with the action that a recovery would take for each person. */
  plan(source: SeatSource): Promise<RecoveryPlan>
  /**
   * Seats the people of a plan.
   *
   * @throws SeatsError `RecoveryPlanChanged` if the plan is out of date; `SeatNotAvailable` if too few seats are free;
   * `SubscriptionInactive` if the subscription to seat the people on is not active; `RecoveryBusy` if another process
   * is restoring the team; `RequestValidationError` if the options are not valid, or if `to` belongs to another
   * customer. After each of these errors, this call has seated nobody.
   */
  restore(source: SeatSource, options: RestoreOptions): Promise<SeatingReport>
  /**
   * Deletes the notes about one person, so that a recovery does not seat this person again. If the person has a seat,
   * the next sweep or event notes the person again.
   */
  forget(source: SeatSource, person: ForgottenPerson): Promise<void>
  /** Functions that note an event. The webhook handler calls them. */
  readonly record: {
    seat(seat: CustomerSeat, source: SeatSource): Promise<RecordedSeat>
    subscription(subscription: { id: string }): Promise<void>
    deletedMember(member: SeatMember): Promise<void>
    deletedCustomer(customerId: string): Promise<void>
  }
}

/**
 * Remembers in your own database who is seated, and seats the same people again after a failed payment or a pause.
 * Polar revokes all seats then, and gives none back. Give the recovery to `createSeatsWebhookHandler`, which only notes
 * events, and call `run` regularly.
 *
 * People are not seated again automatically after a subscription has ended, after their seat was revoked by hand, or if
 * it is not certain why they lost it.
 *
 * @throws SeatsError `ConfigurationError` if the client or the memory is missing, if `include` is missing in
 * `automatic` mode, or if another option is not valid.
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { createSeatRecovery, createSeatsWebhookHandler, type RecoveryMemory } from '@seats/server'
 *
 * export function startRecovery(memory: RecoveryMemory) {
 *   const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 *   const recovery = createSeatRecovery({ client, memory, mode: 'automatic', include: ({ email }) => email !== null })
 *   return { recovery, webhooks: createSeatsWebhookHandler({ secret: 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0', recovery }) }
 * }
 * ```
 */
export function createSeatRecovery(options: SeatRecoveryOptions): SeatRecovery {
  // Code without types may give any value.
  const { client, memory, include, mode = 'manual', store = defaultStore() } = (options ?? {}) as SeatRecoveryOptions
  requireFunctions('The `client` of a recovery', client, ['listSeats', 'now'])
  if (!memory) throw misconfigured('A recovery needs a `memory` in your own database. It must survive a restart.')
  requireFunctions('The `memory` of a recovery', memory, ['get', 'set', 'delete', 'keys'])
  if (mode !== 'automatic' && mode !== 'manual') throw misconfigured("`mode` is neither 'automatic' nor 'manual'.")
  const isAutomatic = mode === 'automatic'
  if (isAutomatic && typeof include !== 'function') {
    throw misconfigured('A recovery in automatic mode needs `include`, which decides who gets a seat back.')
  }
  if (include !== undefined && typeof include !== 'function') throw misconfigured('`include` is not a function.')
  const causeFinder = createCauseFinder(client)
  const context = { client, memory, include, store, isAutomatic }
  return {
    run: (runOptions = {}) => runRecovery(context, runOptions),
    sweep: (sources, sweepOptions = {}) => sweepTeams(context, sources, sweepOptions),
    plan: async (source) => (await readPlan(context, parseSource(source))).plan,
    restore: async (source, restoreOptions) => restoreTeam(context, parseSource(source), restoreOptions),
    forget: async (source, person) => forgetPerson(memory, keyOf(parseSource(source)), person),
    record: {
      seat: (seat, source) => recordSeat({ memory, causeFinder }, seat, source),
      subscription: (subscription) => recordSubscription(memory, subscription),
      deletedMember: (member) => recordDeletedMember(memory, member, client.now()),
      deletedCustomer: (customerId) => recordDeletedCustomer(memory, customerId),
    },
  }
}
