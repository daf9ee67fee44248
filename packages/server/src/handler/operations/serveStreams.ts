import { isSeatsError, openClaimStream, type SeatSource } from '@seats/core'
import { addressKey } from '../access/addressKey.ts'
import { openEventStream, type FollowedSource } from '../../events/openEventStream.ts'
import { passOn } from '../../events/passOn.ts'
import { eventsChannel } from '../../events/publishEvents.ts'
import { ownerOf } from '../access/createBudgets.ts'
import type { Grant } from '../access/SeatsGrant.ts'
import { requireGrant } from '../access/requireGrant.ts'
import type { Job } from '../flow/RequestContext.ts'
import { invalid, invalidUuid, Refusal } from '../../http/refusals.ts'
import { requireToken } from './requireToken.ts'
import { streamResponse } from '../../http/respond.ts'
import { normalizeSource } from '../../contract/normalizeSource.ts'
import { sourceParams } from '../../http/readSource.ts'

/** One page follows all its rosters over one stream. Their ids still fit in the 8 kB that proxies take for a URL. */
const maxSources = 100

interface Admitted extends FollowedSource {
  grant: Grant
}

interface Refused {
  source: SeatSource
  error: unknown
}

/** Serves live events of sources to a user who may list them. Each is authorized alone, and refused alone. */
export async function serveEvents(job: Job): Promise<Response> {
  const { query, request, store, report, slots, trail } = job
  const asked = nameSources(query)
  const answers = await Promise.all(asked.map((source) => admitSource(job, source)))
  const admitted = answers.filter((answer) => 'grant' in answer)
  const refused = answers.filter((answer) => 'error' in answer)
  const [first] = admitted
  if (first === undefined) {
    const [only, ...others] = refused.map(forAudit)
    trail.source = only?.source ?? null
    // A stranger gets one line in the audit, however many sources they name.
    if (!isSeatsError(only?.error, 'Unauthorized')) others.forEach(job.refuse)
    throw only?.error
  }
  const slot = slots.take(ownerOf(first.grant), request)
  refused.map(forAudit).forEach(job.refuse)
  const sources = { sources: admitted, refused: refused.map(({ source }) => source) }
  return streamResponse(await openEventStream({ store, slot, report, ...sources }))
}

/** The sources that a query names, each once, whatever the spelling of its id. */
function nameSources(query: URLSearchParams): SeatSource[] {
  const params = sourceParams(query)
  if (params.length === 0) throw invalid(['query'], 'Either subscription_id or order_id must be provided')
  if (params.length > maxSources) throw invalid(['query'], `At most ${maxSources} sources can be followed at once`)
  const sources = params.map(([kind, id]) =>
    normalizeSource(kind === 'order_id' ? { order_id: id } : { subscription_id: id }),
  )
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
}

/** A source whose id is no UUID could be any text: it does not belong in a log. */
const forAudit = ({ source, error }: Refused) => ({
  source: eventsChannel(source) === undefined ? null : source,
  error,
})

async function admitSource(job: Job, source: SeatSource): Promise<Admitted | Refused> {
  const { authorize, request, trail, report } = job
  const ask = (onActor?: (actor: string | null) => void) =>
    requireGrant(authorize, request, { operation: 'listSeats', source }, onActor)
  const isGranted = async () => {
    try {
      await ask()
      return true
    } catch (error) {
      if (!(error instanceof Refusal)) report(error)
      return false
    }
  }
  try {
    const channel = eventsChannel(source)
    if (channel === undefined) throw invalidUuid(['query', ...Object.keys(source)])
    const grant = await ask((actor) => (trail.actor = actor))
    return { source, channel, grant, isGranted }
  } catch (error) {
    return { source, error }
  }
}

/** Passes Polar's stream about one invitation on. The invitation is looked at first, in the address's own budget. */
export async function serveClaimStream(job: Job): Promise<Response> {
  const { request, route, upstream, budgets, address, slots } = job
  const invitationToken = requireToken(route)
  const slot = slots.take(`address:${addressKey(address ?? '')}`, request)
  try {
    // Whoever has no live invitation spends nothing that others need.
    const spend = budgets.forAddress(address)
    await upstream(spend).read((client, { signal, ...options }) => {
      const signals = [slot.signal, ...(signal ? [signal] : [])]
      return client.getClaimInfo(invitationToken, { ...options, signal: AbortSignal.any(signals) })
    })
    const polar = upstream(async () => {
      await spend()
      await budgets.claimStreams()
    })
    const stream = await polar.read((client, { timeout }) =>
      openClaimStream(client, invitationToken, { signal: slot.signal, timeout }),
    )
    return streamResponse(passOn(stream, slot))
  } catch (error) {
    slot.release()
    throw error
  }
}
