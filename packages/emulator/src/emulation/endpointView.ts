import type { EndpointRow } from '../storage/webhooks/endpoints.ts'

export const endpointView = ({ id, organization_id, url, events, enabled }: EndpointRow) => ({
  id,
  organization_id,
  url,
  /** Null: every kind. */
  events: events === null ? null : (JSON.parse(events) as string[]),
  /** False after ten events in a row that failed for good. */
  enabled: enabled === 1,
})

/** A webhook endpoint, and whether anything is sent there. */
export type WebhookEndpoint = ReturnType<typeof endpointView>
