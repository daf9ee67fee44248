import type { SeatSource } from '@seats/core'
import type { Authorize, AuthorizeContext, Grant } from './Grant.ts'
import { notGranted, sourceNotFound, unauthorized } from './refusals.ts'
import { sourceKey } from './source.ts'

/** The grant under which an operation may go on. `onActor` is told who it is, also where the grant is too small. */
export async function requireGrant(
  authorize: Authorize,
  request: Request,
  context: AuthorizeContext,
  onActor?: (actor: string | null) => void,
): Promise<Grant> {
  const grant = await authorize(request, context)
  if (!grant) throw unauthorized()
  onActor?.(grant.actor ?? null)
  if (grant.operations && !grant.operations.includes(context.operation)) {
    throw notGranted('You may not do this here. Ask whoever manages your team.')
  }
  if (context.source !== null && !isGranted(grant, context.source)) throw sourceNotFound(context.source)
  return grant
}

function isGranted(grant: Grant, source: SeatSource): boolean {
  const key = sourceKey(source)
  return grant.sources.some((granted) => sourceKey(granted) === key)
}
