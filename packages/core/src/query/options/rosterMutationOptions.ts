import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { changeRoster, type RosterChange } from '../roster/changeRoster.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { operationKey, type KeyedOperation } from '../cache/seatsKeys.ts'
import { createMutationOptions } from './createMutationOptions.ts'
import type { MutationOptions } from './MutationOptions.ts'

/**
 * Returns the mutation options of a change to a source's roster.
 *
 * @param options the caller's options for TanStack Query
 * @param changeOf gets the variables of a mutation, and returns the change
 */
export const rosterMutationOptions = <Variables, Options extends object>(
  operation: KeyedOperation,
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options: Options | undefined,
  changeOf: (variables: Variables) => RosterChange,
): MutationOptions<CustomerSeat, Variables> & Options =>
  createMutationOptions(cache, operationKey(client.scope, operation, source), options, (variables: Variables) =>
    changeRoster(client, source, cache, changeOf(variables)),
  )
