import type { Emulator } from '@seats/emulator'
import { createFetch, type FetchResponse } from 'ofetch'

/** Calls the emulator's control API. A browser reaches it only through this server. */
export const control = (
  { fetch, url }: Emulator,
  method: string,
  path: string,
  body?: Record<string, unknown>,
): Promise<FetchResponse<unknown>> =>
  createFetch({ fetch }).raw(`${url}/_emulator${path}`, {
    method,
    retry: false,
    ignoreResponseError: true,
    ...(body && { body }),
  })
