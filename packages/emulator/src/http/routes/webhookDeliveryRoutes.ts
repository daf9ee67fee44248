import type { Hono } from 'hono'
import { formatTime } from '../../clock/formatTime.ts'
import type { Context } from '../../domain/context/Context.ts'
import { resourceNotFound } from '../../domain/context/errors.ts'
import { deliveries } from '../../storage/webhooks/deliveries.ts'
import { webhookAttempts, type AttemptWithDelivery } from '../../storage/webhooks/webhookAttempts.ts'
import { boolean, text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { literalOf, oneOf } from '../../validation/python/pydantic/choices.ts'
import { awareInstant } from '../../validation/python/pydantic/datetime.ts'
import { polarTypes } from '../../webhooks/contract/WebhookType.ts'
import type { Env } from '../answers/Env.ts'
import { reply } from '../answers/reply.ts'
import { Filters, isAmong } from '../input/Filters.ts'
import { pageJson } from '../input/listJson.ts'
import { pathParameter, segmentOf } from '../input/parameters.ts'
import { requireOrganization } from '../layers/authorize.ts'

const anyType = oneOf(...polarTypes)
const codeClass = literalOf('2xx', '3xx', '4xx', '5xx')

/**
 * Adds the routes of webhook deliveries. Polar's API uses other words than the emulator's code: its "delivery" is an
 * attempt here, and its "event" is a delivery here.
 */
export function webhookDeliveryRoutes(api: Hono<Env>, { database, webhooks }: Context): void {
  api.get('/v1/webhooks/deliveries', (c) => {
    const { organizationId } = requireOrganization(c.env.subject, 'webhooks:read', 'webhooks:write')
    const query = new Filters(c.env.request.url)
    const endpointIds = query.readAll('endpoint_id', uuid4)
    const startTime = query.readLast('start_timestamp', awareInstant)
    const endTime = query.readLast('end_timestamp', awareInstant)
    const succeeded = query.readLast('succeeded', boolean)
    const searchedText = query.readLast('query', text)?.toLowerCase()
    const wantedClass = query.readLast('http_code_class', codeClass)
    const types = query.readAll('event_type', anyType, 'str-enum[WebhookEventType]')
    const page = query.page()
    const found = webhookAttempts
      .ofOrganization(database, organizationId)
      .filter(
        (attempt) =>
          isAmong(attempt.endpoint_id, endpointIds) &&
          (startTime === undefined || attempt.created_at > startTime) &&
          (endTime === undefined || attempt.created_at < endTime) &&
          (succeeded === undefined || isSuccess(attempt.http_code) === succeeded) &&
          (searchedText === undefined ||
            [attempt.id, attempt.webhook_id, String(attempt.http_code ?? '')].some((field) =>
              field.includes(searchedText),
            )) &&
          (wantedClass === undefined || String(attempt.http_code).startsWith(wantedClass.charAt(0))) &&
          isAmong<string>(attempt.type, types),
      )
    return reply(c.env, { status: 200, body: pageJson(found, page, deliveryView) })
  })

  api.post('/v1/webhooks/events/:id/redeliver', (c) => {
    const { organizationId } = requireOrganization(c.env.subject, 'webhooks:write')
    const id = pathParameter({ name: 'id', value: segmentOf(c.env.path, 2), check: uuid4 })
    const delivery = deliveries.byWebhookId(database, organizationId, id)
    if (!delivery) throw resourceNotFound('Not found')
    webhooks.redeliverLater(delivery)
    return reply(c.env, { status: 202, body: 'null' })
  })
}

const isSuccess = (code: number | null) => code !== null && code >= 200 && code < 300

const deliveryView = (attempt: AttemptWithDelivery) => ({
  id: attempt.id,
  created_at: formatTime(attempt.created_at),
  modified_at: null,
  succeeded: isSuccess(attempt.http_code),
  http_code: attempt.http_code,
  response: attempt.response,
  webhook_event: {
    id: attempt.webhook_id,
    created_at: formatTime(attempt.delivery_created_at),
    modified_at: formatTime(attempt.last_attempt_at),
    last_http_code: attempt.last_code,
    succeeded: attempt.status === 'succeeded' ? true : attempt.status === 'failed' ? false : null,
    skipped: attempt.status === 'skipped',
    payload: attempt.body,
    type: attempt.type,
    is_archived: false,
  },
})
