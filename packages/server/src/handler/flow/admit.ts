import type { SeatSource } from '@seats/core'
import type { Grant } from '../access/SeatsGrant.ts'
import { requireGrant } from '../access/requireGrant.ts'
import type { Job } from './RequestContext.ts'
import type { Upstream } from '../polar/startUpstream.ts'

/** Whoever is signed in and granted this, with Polar inside their budget. */
export async function admit(job: Job, source: SeatSource | null): Promise<{ grant: Grant; upstream: Upstream }> {
  const { request, route, authorize, trail } = job
  trail.source = source
  const grant = await requireGrant(authorize, request, { operation: route.operation, source }, (actor) => {
    trail.actor = actor
  })
  return { grant, upstream: job.upstream(job.budgets.forGrant(grant)) }
}
