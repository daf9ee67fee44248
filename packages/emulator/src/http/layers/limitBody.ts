import { PolarError } from '../../domain/context/PolarError.ts'
import type { Call } from '../answers/Call.ts'

const maxBodyBytes = 10 * 1024 * 1024
const methodsWithBody = new Set(['POST', 'PUT', 'PATCH'])

/**
 * Refuses a call whose `Content-Length` is too large, or is missing in a POST, PUT or PATCH. So nothing of a long body
 * is read. A call inside the process need not have the header.
 */
export function limitBody({ request, address }: Call): void {
  const length = request.headers.get('content-length')
  if (length === null && methodsWithBody.has(request.method) && address !== undefined) {
    throw new PolarError(411, 'LengthRequired', 'A Content-Length header is required.')
  }
  if (Number(length ?? 0) > maxBodyBytes) {
    throw new PolarError(
      413,
      'RequestBodyTooLarge',
      `Request body exceeded the maximum allowed size of ${maxBodyBytes} bytes.`,
    )
  }
}
