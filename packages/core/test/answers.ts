import {
  createSeatsClient,
  isSeatsError,
  type SeatsClient,
  type SeatsClientOptions,
  type SeatsError,
} from '@seats/core'
import { roster } from './seats.ts'

/** A client, and the requests that it sends. */
export interface RecordedClient {
  client: SeatsClient
  /** All requests that were sent. */
  requests: Request[]
}

type Answer = (request: Request) => Response | Promise<Response>

/** Creates a client whose requests are answered by `answer`, by default with an empty roster. Records the requests. */
export function clientWithAnswers(
  answer: Answer = () => Response.json(roster([])),
  options: SeatsClientOptions = { accessToken: 'polar_oat_test' },
): RecordedClient {
  const requests: Request[] = []
  const fetch = async (request: Request) => {
    requests.push(request.clone())
    return answer(request)
  }
  const client = createSeatsClient({ retry: { minDelay: 1, maxDelay: 5 }, ...options, fetch })
  return { client, requests }
}

export async function errorOf(call: Promise<unknown>): Promise<SeatsError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isSeatsError(error)) throw new Error('The call did not fail with a SeatsError', { cause: error })
  return error
}
