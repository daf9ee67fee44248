import type { Emulator } from '../../src/exports/index.ts'
import { checkResponse } from './checkResponse.ts'

export const acmeToken = 'polar_oat_acme'
export const unknownId = '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f'

export interface CallOptions {
  token?: string | null
  body?: unknown
  headers?: Record<string, string>
}

export interface Seat {
  id: string
  status: string
  email: string | null
  customer_id: string | null
  customer_email: string | null
  member_id: string | null
  member: { id: string; external_id: string | null } | null
  created_at: string
  modified_at: string | null
  claimed_at: string | null
  revoked_at: string | null
  invitation_token_expires_at: string | null
}

/** The body of any answer. The schema check has already verified its fields. */
interface Body extends Seat {
  seats: Seat[]
  available_seats: number
  seat: Seat
  customer_session_token: string
  token: string
  expires_at: string
  customer_portal_url: string
  error: string
  detail: unknown
}

export interface Answer {
  status: number
  headers: Headers
  body: Body
}

/** Calls the API, over HTTP if the emulator has a port, and checks the answer against the schemas. */
export async function call(
  emulator: Emulator,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Answer> {
  const { token = acmeToken, body, headers } = options
  const send = emulator.url === 'http://emulator.test' ? emulator.fetch : fetch
  const response = await send(emulator.url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const parsed = text === '' ? undefined : JSON.parse(text)
  if (parsed !== undefined) checkResponse(method, new URL(path, emulator.url).pathname, response.status, parsed)
  return { status: response.status, headers: response.headers, body: parsed }
}

/** Returns functions for the calls that tests make most. Without a source, they use the subscription `acme/sub`. */
export function apiCalls(emulator: Emulator) {
  const subscription_id = () => emulator.ref('acme/sub')
  return {
    call: (method: string, path: string, options?: CallOptions) => call(emulator, method, path, options),
    assign: (body: object, options?: CallOptions) =>
      call(emulator, 'POST', '/v1/customer-seats', {
        ...options,
        body: { subscription_id: subscription_id(), ...body },
      }),
    list: (source: Record<string, string> = { subscription_id: subscription_id() }, options?: CallOptions) =>
      call(emulator, 'GET', `/v1/customer-seats?${new URLSearchParams(source)}`, options),
    revoke: (id: string, options?: CallOptions) => call(emulator, 'DELETE', `/v1/customer-seats/${id}`, options),
    resend: (id: string, options?: CallOptions) => call(emulator, 'POST', `/v1/customer-seats/${id}/resend`, options),
    claimInfo: (token: string) => call(emulator, 'GET', `/v1/customer-seats/claim/${token}`, { token: null }),
    claim: (invitation_token: string) =>
      call(emulator, 'POST', '/v1/customer-seats/claim', { token: null, body: { invitation_token } }),
    session: (body: object, options?: CallOptions) =>
      call(emulator, 'POST', '/v1/customer-sessions/', { ...options, body }),
    invitationToken: (to: string) => emulator.outbox(to)[0]?.invitation_token ?? 'none',
  }
}
