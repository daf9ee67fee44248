import { isSeatsError } from '../../errors/isSeatsError.ts'
import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import { noSeatPermissions, type SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { getSeatPermissions } from '../../workflows/user/getSeatPermissions.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { missingError } from '../cache/missingError.ts'
import { isSourceKnown, operationKey } from '../cache/seatsKeys.ts'
import { createQueryOptions, type ReadQueryOptions } from './createQueryOptions.ts'
import { refetchAfterRateLimit } from './refetchAfterRateLimit.ts'

/** Permissions in the form in which they are cached: with the time of their answer, in milliseconds since 1970. */
export interface AnsweredPermissions {
  permissions: SeatPermissions
  answeredAt: number
}

/** Milliseconds after which permissions are too old. */
const freshMs = 60_000

/** The answers that this page has read itself. All other answers come from server rendering or from a stored cache. */
const readOnThisPage = new WeakSet<object>()

interface SelectOption<Data> {
  select?: ((permissions: SeatPermissions) => Data) | undefined
}

type SelectedQueryOptions<Data> = Omit<ReadQueryOptions<AnsweredPermissions>, 'select'> & {
  select: (answered: AnsweredPermissions) => Data
  structuralSharing: false
}

/**
 * Returns TanStack's query options for the user's permissions on a team page. Nothing is allowed if the permissions are
 * not known yet, if the server refuses to return them, or if they are older than a minute and this page has not read
 * them itself.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { seatPermissionsQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = seatPermissionsQueryOptions(client, source)
 * ```
 */
export function seatPermissionsQueryOptions(
  client: AnyClient,
  source: SeatSource | null | undefined,
): SelectedQueryOptions<SeatPermissions>
export function seatPermissionsQueryOptions<Data, Options extends object>(
  client: AnyClient,
  source: SeatSource | null | undefined,
  options: (Options & SelectOption<Data>) | undefined,
): SelectedQueryOptions<Data> & NoInfer<Omit<Options, 'select'>>
export function seatPermissionsQueryOptions(
  client: AnyClient,
  source: SeatSource | null | undefined,
  options: SelectOption<unknown> = {},
): SelectedQueryOptions<unknown> {
  const { select = (permissions: SeatPermissions): unknown => permissions, ...others } = options
  const read = async (signal: AbortSignal): Promise<AnsweredPermissions> => {
    if (!isSourceKnown(source)) throw missingError('source')
    const permissions = await getSeatPermissions(client, { source }, { signal, ...retryWhilePageWaits(client) }).catch(
      noPermissionsIfRefused,
    )
    const answered = { permissions, answeredAt: client.now() }
    readOnThisPage.add(answered)
    return answered
  }
  return {
    ...createQueryOptions(
      {
        queryKey: operationKey(client.scope, 'getSeatPermissions', source),
        read,
        isReady: isSourceKnown(source),
        staleTime: freshMs,
      },
      { refetchInterval, ...others },
    ),
    // `readOnThisPage` needs the object that was read, not a copy.
    structuralSharing: false,
    select: (answered) => {
      const isFresh = readOnThisPage.has(answered) || Math.abs(client.now() - answered.answeredAt) < freshMs
      return select(isFresh ? answered.permissions : noSeatPermissions)
    },
  }
}

/** Returns no permissions for a refusal. Throws any other error again. */
function noPermissionsIfRefused(error: unknown): SeatPermissions {
  if (isSeatsError(error) && (error.status === 403 || error.status === 404)) return noSeatPermissions
  throw error
}

/**
 * Returns TanStack's `refetchInterval`. Permissions that this page has not read itself are read again before they
 * become too old.
 */
function refetchInterval(query: { state: { data?: unknown; error: unknown } }): number | false {
  const { data } = query.state
  const isNotReadHere = typeof data === 'object' && data !== null && !readOnThisPage.has(data)
  return isNotReadHere ? freshMs / 2 : refetchAfterRateLimit(query)
}
