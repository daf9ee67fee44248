import { createControl } from './control/createControl.ts'
import type { Emulation } from './Emulation.ts'
import { createApi } from './http/createApi.ts'

/** One request to its response: the control API below `/_emulator`, Polar's everywhere else. */
export function createFetch(emulation: Emulation, rateLimit?: number) {
  const api = createApi(emulation.context, emulation.faults, rateLimit)
  const control = createControl(emulation)
  return (request: Request, address?: string): Response | Promise<Response> => {
    const path = request.url.slice(request.url.indexOf('/', 8))
    return path.startsWith('/_emulator') ? control.fetch(request) : api(request, address)
  }
}
