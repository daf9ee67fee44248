import { unauthorized } from '../../http/refusals.ts'
import type { Authorize, AuthorizeContext, SeatsGrant } from './SeatsGrant.ts'

/**
 * Calls `authorize`. `checkGrant` still has to check the grant.
 *
 * @throws Refusal with status 401 if nobody is signed in.
 */
export async function askForGrant(
  authorize: Authorize,
  request: Request,
  context: AuthorizeContext,
): Promise<SeatsGrant> {
  const grant = await authorize(request, context)
  if (!grant) throw unauthorized()
  return grant
}
