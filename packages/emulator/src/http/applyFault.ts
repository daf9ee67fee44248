import { setTimeout as delay } from 'node:timers/promises'
import { ConnectionDropped } from '../faults/ConnectionDropped.ts'
import type { FaultKind } from '../faults/Fault.ts'
import type { Call } from './Call.ts'

const page = '<!doctype html><html lang="en"><title>Oops</title><h1>Something went wrong</h1></html>'

/** Lets an injected fault happen to a call. */
export async function applyFault(
  fault: FaultKind,
  { headers }: Call,
  closing: AbortSignal,
  act: () => Response | Promise<Response>,
): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      return new Response(fault.body ?? null, { status: fault.status, headers: { ...headers, ...fault.headers } })
    case 'latency':
      // An emulator that closes waits for nothing.
      await delay(fault.ms, undefined, { signal: closing }).catch(() => {
        throw new ConnectionDropped()
      })
      return act()
    case 'drop_before':
      throw new ConnectionDropped()
    case 'drop_after':
      await act()
      throw new ConnectionDropped()
    case 'garbage':
      await act()
      return new Response(page, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
  }
}
