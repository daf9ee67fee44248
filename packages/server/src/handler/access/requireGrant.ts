import { SeatsError, type SeatSource } from '@seats/core'
import type { Authorize, AuthorizeContext, Grant } from './SeatsGrant.ts'
import { notGranted, sourceNotFound, unauthorized } from '../../http/refusals.ts'
import { normalizeSource } from '../../contract/normalizeSource.ts'
import { sourceKey } from '../../contract/sourceKey.ts'

/** The grant under which an operation may go on. `onActor` is told who it is, also where the grant is too small. */
export async function requireGrant(
  authorize: Authorize,
  request: Request,
  context: AuthorizeContext,
  onActor?: (actor: string | null) => void,
): Promise<Grant> {
  const given = await authorize(request, context)
  if (!given) throw unauthorized()
  onActor?.(given.actor ?? null)
  const grant = checkGrant(given)
  if (grant.operations && !grant.operations.includes(context.operation)) {
    throw notGranted('You may not do this here. Ask whoever manages your team.')
  }
  if (context.source !== null && !isGranted(grant, context.source)) throw sourceNotFound(context.source)
  return grant
}

/** Not every caller has types, and what is no list must not come to mean all. */
function checkGrant(grant: Grant): Grant {
  const { sources, operations = [] } = grant
  if (!Array.isArray(sources)) throw noList('sources')
  if (!Array.isArray(operations)) throw noList('operations')
  return { ...grant, sources: sources.map(normalizeSource) }
}

const noList = (field: keyof Grant) =>
  new SeatsError({
    code: 'ConfigurationError',
    detail: `The \`${field}\` of the grant that \`authorize\` gave is no list. Give an array.`,
  })

function isGranted(grant: Grant, source: SeatSource): boolean {
  const key = sourceKey(source)
  return grant.sources.some((granted) => sourceKey(granted) === key)
}
