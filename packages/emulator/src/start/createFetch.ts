import { createControlApi } from '../control/createControlApi.ts'
import type { Emulation } from '../emulation/Emulation.ts'
import { createApi } from '../http/api/createApi.ts'

/** Returns the function that answers requests: the control API below `/_emulator`, the emulated API elsewhere. */
export function createFetch(emulation: Emulation, rateLimit?: number) {
  const api = createApi(emulation.context, emulation.faults, rateLimit)
  let control: ReturnType<typeof createControlApi> | undefined
  return (request: Request, address?: string): Response | Promise<Response> => {
    const path = request.url.slice(request.url.indexOf('/', 8))
    if (path.startsWith('/_emulator')) {
      control ??= createControlApi(emulation, api.routes)
      return control.fetch(request)
    }
    const record = emulation.requests.add(request)
    const recordStatus = (response: Response) => {
      record.status = response.status
      return response
    }
    const response = api.answer(request, address)
    return response instanceof Promise ? response.then(recordStatus) : recordStatus(response)
  }
}
