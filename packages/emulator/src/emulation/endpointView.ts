import type { EndpointRow } from '../storage/webhooks/endpoints.ts'

export const endpointView = ({ id, organization_id, url, events, enabled }: EndpointRow) => ({
  id,
  organization_id,
  url,
  /** Null if the endpoint gets every kind of event. */
  events: events === null ? null : (JSON.parse(events) as string[]),
  /** False if a call has switched the endpoint off, or if ten events in a row have failed all their attempts. */
  enabled: enabled === 1,
})

/** A webhook endpoint. */
export type WebhookEndpoint = ReturnType<typeof endpointView>
