import { setTimeout as delay } from 'node:timers/promises'
import { ConnectionDropped } from '../../faults/ConnectionDropped.ts'
import type { FaultKind } from '../../faults/Fault.ts'
import type { Context } from '../../domain/context/Context.ts'
import type { Call } from '../answers/Call.ts'

const garbagePage = '<!doctype html><html lang="en"><title>Oops</title><h1>Something went wrong</h1></html>'

/** Applies an injected fault to a call. `act` serves the call. */
export async function applyFault(
  fault: FaultKind,
  call: Call,
  context: Pick<Context, 'clock' | 'closing'>,
  act: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  const { headers, request } = call
  switch (fault.kind) {
    case 'status':
      return new Response(fault.body ?? null, { status: fault.status, headers: { ...headers, ...fault.headers } })
    case 'latency':
      // Closing the emulator ends the wait.
      await delay(fault.ms, undefined, { signal: context.closing }).catch(() => {
        throw new ConnectionDropped()
      })
      return act(request)
    case 'drop_before':
      throw new ConnectionDropped()
    case 'drop_after':
      await act(request)
      throw new ConnectionDropped()
    case 'drop_now_act_later':
      await actLater(fault.ms, call, context, act)
      throw new ConnectionDropped()
    case 'garbage':
      await act(request)
      return new Response(garbagePage, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
  }
}

/**
 * Reads the whole request, and serves it later by the emulator's clock. Imitates a call whose sender has given up
 * waiting.
 */
async function actLater(
  ms: number,
  { request }: Call,
  { clock, closing }: Pick<Context, 'clock' | 'closing'>,
  act: (request: Request) => Response | Promise<Response>,
): Promise<void> {
  const { url, method, headers } = request
  const body = await request.arrayBuffer()
  const copy = new Request(url, { method, headers: [...headers], ...(body.byteLength > 0 && { body }) })
  const cancel = clock.alarm(clock.now() + ms * 1000, () => void act(copy))
  closing.addEventListener('abort', cancel)
}
