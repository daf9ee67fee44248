import type { Context } from '../../domain/context/Context.ts'
import { organizations } from '../../storage/people/organizations.ts'
import { endpoints } from '../../storage/webhooks/endpoints.ts'
import { isHandlerUrl } from '../../webhooks/contract/handlerUrl.ts'
import type { ParsedSeed } from '../schema/seedSchema.ts'

/**
 * Connects the functions of a seed with their endpoints again after a restart, because the data file cannot store
 * functions. The endpoints get the functions in the order of the seed.
 */
export function reconnectHandlers({ database, webhooks }: Context, seed: ParsedSeed): void {
  for (const { slug, webhooks: seeded } of seed.organizations) {
    const handlers = seeded.flatMap(({ handler }) => (handler ? [handler] : []))
    const organization = handlers.length > 0 ? organizations.bySlug(database, slug) : undefined
    if (!organization) continue
    const oldestFirst = endpoints.ofOrganization(database, organization.id).toReversed()
    oldestFirst
      .filter(({ url }) => isHandlerUrl(url))
      .forEach(({ id }, index) => {
        const handler = handlers[index]
        if (handler) webhooks.handlers.set(id, handler)
      })
  }
}
