import type { Call } from '../answers/Call.ts'
import { reply } from '../answers/reply.ts'

const defaultVersion = '2026-04'
const versions = new Set([defaultVersion, '2026-10', '2027-01'])

/** Sets the API version in the answer's headers. If the version is unknown, returns the 404 of an unknown path. */
export function checkVersion(call: Call): Response | undefined {
  const requested = call.request.headers.get('polar-version') || defaultVersion
  if (!versions.has(requested)) return reply(call, { status: 404, body: '{"detail":"Not Found"}' })
  call.headers['polar-version'] = requested
  return undefined
}
