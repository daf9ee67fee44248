import type { Emulator } from '@seats/emulator'

/** Calls the emulator's control API. A browser reaches it only through this server. */
export const control = (emulator: Emulator, method: string, path: string, body?: unknown): Promise<Response> =>
  emulator.fetch(`${emulator.url}/_emulator${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
