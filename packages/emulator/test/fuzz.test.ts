import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { acmeToken } from './support/api.ts'
import { checkResponse } from './support/checkResponse.ts'
import { seed } from './support/seeds.ts'
import { startTestEmulator, storages } from './support/storages.ts'

const requestCount = 10_000

const anyId = fc.oneof(
  fc.uuid(),
  fc.string(),
  fc.constantFrom('{3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f}', 'urn:uuid:x', '', ' '),
)
const anyValue = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.double(), fc.emailAddress(), anyId)

/** Generates bodies that are nearly valid, so that many pass the first check. */
const anyBody = (refs: Record<string, string>) => {
  const ref = fc.constantFrom(...Object.values(refs))
  const field = fc.oneof({ weight: 2, arbitrary: ref }, { weight: 1, arbitrary: anyValue })
  const fields = ['order_id', 'checkout_id', 'external_customer_id', 'customer_id', 'external_member_id', 'member_id']
  return fc.oneof(
    fc.record(
      {
        subscription_id: field,
        email: fc.oneof(fc.emailAddress(), anyValue),
        metadata: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), anyValue),
        immediate_claim: fc.oneof(fc.boolean(), anyValue),
        invitation_token: anyValue,
        seats: fc.oneof(fc.integer({ min: -3, max: 60 }), anyValue),
        proration_behavior: fc.oneof(fc.constantFrom('invoice', 'prorate', 'next_period', 'reset'), anyValue),
        cancel_at_period_end: fc.oneof(fc.boolean(), anyValue),
        feature_settings: fc.oneof(fc.record({ member_model_enabled: fc.boolean() }), anyValue),
        customer_portal_settings: anyValue,
        subscription_settings: anyValue,
        name: anyValue,
        role: fc.oneof(fc.constantFrom('owner', 'billing_manager', 'member'), anyValue),
        return_url: fc.oneof(fc.webUrl(), anyValue),
        ...Object.fromEntries(fields.map((name) => [name, field])),
      },
      { requiredKeys: [] },
    ),
    anyValue,
  )
}

const anyPath = (refs: Record<string, string>) => {
  const segment = fc.oneof(fc.constantFrom(...Object.values(refs)), anyId).map(encodeURIComponent)
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('customer-seats', 'customer-portal/seats'), segment)
      .chain(([base, name]) =>
        fc.constantFrom(
          `/v1/${base}`,
          `/v1/${base}?subscription_id=${name}`,
          `/v1/${base}?order_id=${name}`,
          `/v1/${base}/${name}`,
          `/v1/${base}/${name}/resend`,
          `/v1/${base}/claim`,
          `/v1/${base}/claim/${name}`,
        ),
      ),
    fc.constantFrom('/v1/customer-sessions/', '/v1/customer-sessions'),
    fc
      .tuple(segment, segment)
      .chain(([one, other]) =>
        fc.constantFrom(
          ...['/v1/subscriptions', '/v1/customer-portal/subscriptions'].flatMap((base) => [
            `${base}/${one}`,
            `${base}/${one}/change-preview`,
            `${base}/${one}/charge-preview`,
            `${base}/?active=${other}`,
          ]),
          `/v1/customers/?query=${one}&sorting=${other}`,
          `/v1/customers/${one}`,
          `/v1/customers/external/${one}`,
          `/v1/customers/${one}/members`,
          `/v1/customers/${one}/members/${other}`,
          `/v1/customers/${one}/state`,
          `/v1/members/?customer_id=${one}&role=${other}`,
          `/v1/members/${one}`,
          `/v1/customer-portal/members`,
          `/v1/customer-portal/members/${one}`,
          `/v1/customer-portal/seats/subscriptions?limit=${other}`,
          `/v1/benefit-grants/?customer_id=${one}`,
          `/v1/webhooks/endpoints`,
          `/v1/webhooks/endpoints/${one}`,
          `/v1/webhooks/deliveries?start_timestamp=${one}&query=${other}`,
          `/v1/webhooks/events/${one}/redeliver`,
          `/v1/organizations/${one}`,
          `/v1/organizations/?slug=${other}`,
          `/v1/subscriptions/?sorting=${one}&metadata[${other}]=${one}&started_after=${other}`,
          `/v1/customer-portal/benefit-grants/?sorting=${one}&query=${other}`,
          `/v1/customer-portal/benefit-grants/${one}`,
        ),
      ),
    fc.webPath(),
  )
}

test.each(storages)(
  `${requestCount} generated requests cause no 5xx, and every response matches its schema, with data %s`,
  { timeout: 120_000 },
  async (storage) => {
    const emulator = await startTestEmulator(storage, { seed })
    const { refs } = emulator
    const sessionAnswer = await emulator.fetch(`${emulator.url}/v1/customer-sessions/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${acmeToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ customer_id: refs['acme/zoe'] }),
    })
    const { token: portalToken } = (await sessionAnswer.json()) as { token: string }

    const validRequest = fc
      .tuple(fc.constantFrom('GET', 'POST'), fc.constantFrom('sub', 'zoesub'), fc.emailAddress(), fc.boolean())
      .map(([method, name, email, immediate_claim]) => ({
        method,
        path: `/v1/customer-seats${method === 'GET' ? `?subscription_id=${refs[`acme/${name}`]}` : ''}`,
        token: acmeToken,
        contentType: 'application/json',
        payload: Buffer.from(JSON.stringify({ subscription_id: refs[`acme/${name}`], email, immediate_claim })),
      }))
    const randomRequest = fc.record({
      method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'DELETE', 'PUT', 'PATCH', 'OPTIONS'),
      path: anyPath(refs),
      token: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(acmeToken, portalToken, 'polar_oat_legacy') },
        { weight: 1, arbitrary: fc.constantFrom('polar_oat_wrong', 'polar_cst_x', '') },
      ),
      contentType: fc.oneof(
        { weight: 8, arbitrary: fc.constant('application/json') },
        { weight: 1, arbitrary: fc.constantFrom('text/plain', 'x') },
      ),
      payload: fc.oneof(
        { weight: 8, arbitrary: anyBody(refs).map((value) => Buffer.from(JSON.stringify(value) ?? '')) },
        { weight: 1, arbitrary: fc.uint8Array().map((bytes) => Buffer.from(bytes)) },
        { weight: 1, arbitrary: fc.json().map((text) => Buffer.from(text.slice(1))) },
      ),
    })
    const request = fc.oneof({ weight: 1, arbitrary: validRequest }, { weight: 9, arbitrary: randomRequest })
    const seenStatuses = new Set<number>()
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, token, contentType, payload }) => {
        const response = await emulator.fetch(emulator.url + path, {
          method,
          headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': contentType },
          ...(method !== 'GET' && { body: payload }),
        })
        seenStatuses.add(response.status)
        expect(response.status).toBeLessThan(500)
        const text = await response.text()
        if (text !== '') checkResponse(method, new URL(emulator.url + path).pathname, response.status, JSON.parse(text))
      }),
      { numRuns: requestCount },
    )
    expect([...seenStatuses].toSorted()).toEqual(expect.arrayContaining([200, 400, 401, 404, 405, 422]))
  },
)
