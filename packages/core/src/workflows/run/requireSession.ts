import { misconfigured } from '../../internal/input/misconfigured.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import type { Transport } from '../../internal/wire/Transport.ts'

/**
 * Returns the transport of a client that has a session.
 *
 * @param subject the subject of the error's sentence, in the plural, such as `Members`
 * @throws SeatsError `ConfigurationError` for another client
 */
export function requireSession(client: object, subject: string): Transport {
  const transport = internalsOf(client)
  if (transport.mode === 'session') return transport
  throw misconfigured(
    `${subject} need the session of the signed-in person. Create the client with \`sessionToken\`, not with an access token or through @seats/server.`,
  )
}
