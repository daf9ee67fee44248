import { randomUUID } from 'node:crypto'
import { handlerUrl } from '../../webhooks/contract/handlerUrl.ts'
import { endpoints } from '../../storage/webhooks/endpoints.ts'
import type { SeededOrganization, Seeding } from './Seeding.ts'
import type { ParsedOrganization } from '../schema/seedSchema.ts'

/** Adds a webhook endpoint: a URL, or a function in this process. */
export function addWebhook(
  seeding: Seeding,
  organization: SeededOrganization,
  { id = randomUUID(), url, handler, secret, key, events }: ParsedOrganization['webhooks'][number],
  path: string,
): void {
  const { database, clock, webhooks } = seeding.context
  seeding.collectProblems(path, () =>
    endpoints.insert(database, {
      id,
      organization_id: organization.id,
      url: url ?? handlerUrl(id),
      events: JSON.stringify(events),
      created_at: clock.now(),
      ...(secret !== undefined && { secret }),
      ...(key !== undefined && { key }),
    }),
  )
  if (handler) webhooks.handlers.set(id, handler)
}
