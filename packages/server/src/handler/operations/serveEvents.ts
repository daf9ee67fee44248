import { isSeatsError, type SeatsOperation, type SeatSource } from '@seats/core'
import { normalizeSource } from '../../contract/normalizeSource.ts'
import { openEventStream, type FollowedSource } from '../../events/openEventStream.ts'
import { createOwnEventFilter } from '../../events/createOwnEventFilter.ts'
import { eventsChannel } from '../../events/publishEvents.ts'
import { readSourceParams, sourceMissing } from '../../http/readSource.ts'
import { invalid, invalidUuid, Refusal } from '../../http/refusals.ts'
import { streamResponse } from '../../http/responses.ts'
import { askForGrant } from '../access/askForGrant.ts'
import { checkGrant, allowsOperation, ownOperations } from '../access/checkGrant.ts'
import { ownerKey } from '../access/ownerKey.ts'
import type { SeatsGrant } from '../access/SeatsGrant.ts'
import type { Outcome, RefusedSource } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { withFindings } from '../flow/withFindings.ts'

/** The most sources of one stream: their ids fit into 8 kB, the longest URL that many proxies accept. */
const maxSources = 100

interface Admitted extends FollowedSource {
  grant: SeatsGrant
  actor: string | null
}

interface Refused {
  source: SeatSource
  error: unknown
  /** Null if the grant has no actor, or if the source was refused before the actor was known. */
  actor: string | null
}

/**
 * Serves the live events of sources. Each source is authorized on its own, and a refused source does not affect the
 * others.
 */
export async function serveEvents(context: RequestContext): Promise<Outcome> {
  const { query, request, store, report, slots } = context
  const answers = await Promise.all(readSources(query).map((source) => admitSource(context, source)))
  const admitted = answers.filter((answer) => 'grant' in answer)
  const refused = answers.filter((answer) => 'error' in answer)
  const actor = answers.find(({ actor }) => actor !== null)?.actor ?? null
  const [first] = admitted
  if (first === undefined) return refuseAll(refused.map(toRefusedSource), actor)
  return withFindings({ audit: { actor } }, async () => {
    const slot = slots.take(ownerKey(first.grant), request)
    return withFindings({ refusedSources: refused.map(toRefusedSource) }, async () => {
      const sourceOptions = { sources: admitted, refused: refused.map(({ source }) => source) }
      return { response: streamResponse(await openEventStream({ store, slot, report, ...sourceOptions })) }
    })
  })
}

/** Lists the sources that a query names. Two spellings of one id are one source. */
function readSources(query: URLSearchParams): SeatSource[] {
  const params = readSourceParams(query)
  if (params.length === 0) throw sourceMissing('query')
  if (params.length > maxSources)
    throw invalid('too_many_sources', ['query'], `At most ${maxSources} sources can be followed at once`)
  const sources = params.map(([field, id]) =>
    normalizeSource(field === 'order_id' ? { order_id: id } : { subscription_id: id }),
  )
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
}

/** Refuses a request if none of its sources is granted. Answers with the first error. */
function refuseAll([first, ...others]: RefusedSource[], actor: string | null): Outcome {
  // For a user who is not signed in, there is one audit event, however many sources the request names.
  const isSignedIn = !isSeatsError(first?.error, 'Unauthorized')
  return {
    error: first?.error,
    audit: { actor, source: first?.source ?? null },
    refusedSources: isSignedIn ? others : [],
  }
}

/**
 * Replaces a source whose id is not a UUID by null, because such an id can be any text, and the audit may go to a log.
 */
const toRefusedSource = ({ source, error }: Refused): RefusedSource => ({
  source: eventsChannel(source) === undefined ? null : source,
  error,
})

async function admitSource(context: RequestContext, source: SeatSource): Promise<Admitted | Refused> {
  const { authorize, request, report } = context
  const call = { operation: 'listSeats', source } as const
  const check = (grant: SeatsGrant) => checkGrant(grant, { operation: operationForStream(grant), source })
  let admittedPersonKey: string | undefined
  const isGranted = async () => {
    try {
      const grant = check(await askForGrant(authorize, request, call))
      // If the user may now see more or less than before, the stream ends the source. Then the page connects again and
      // gets the events that the user may see now.
      return personKey(grant) === admittedPersonKey
    } catch (error) {
      if (!(error instanceof Refusal)) report(error)
      return false
    }
  }
  let actor: string | null = null
  try {
    const channel = eventsChannel(source)
    if (channel === undefined) throw invalidUuid(['query', ...Object.keys(source)])
    const uncheckedGrant = await askForGrant(authorize, request, call)
    actor = uncheckedGrant.actor ?? null
    const grant = check(uncheckedGrant)
    admittedPersonKey = personKey(grant)
    const filter = admittedPersonKey === undefined ? undefined : createOwnEventFilter(source, grant.occupant ?? {})
    return { source, channel, filter, actor, grant, isGranted }
  } catch (error) {
    return { source, actor, error }
  }
}

/**
 * Returns the operation that a grant must allow for a stream. A user who may not list the roster can still follow their
 * own seat.
 */
function operationForStream({ operations, occupant }: SeatsGrant): SeatsOperation {
  if (occupant === undefined || allowsOperation(operations, 'listSeats')) return 'listSeats'
  return ownOperations.find((operation) => allowsOperation(operations, operation)) ?? 'listSeats'
}

/**
 * Returns a key of the person if the user gets only the events about that person. Returns `undefined` if the user gets
 * all events.
 */
const personKey = (grant: SeatsGrant): string | undefined =>
  operationForStream(grant) === 'listSeats' ? undefined : JSON.stringify(grant.occupant)
