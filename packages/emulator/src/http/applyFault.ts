import { setTimeout as delay } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import { ConnectionDropped } from '../faults/ConnectionDropped.ts'
import type { Faults } from '../faults/Faults.ts'
import type { Env } from './Env.ts'

/** Lets an injected fault happen to a call. It stands inside CORS, so that a browser can read what a fault answers. */
export const applyFault =
  (faults: Faults, closing: AbortSignal): MiddlewareHandler<Env> =>
  async (c, next) => {
    const fault = faults.take(c.req.method, c.req.path)
    switch (fault?.kind) {
      case undefined:
        return next()
      case 'status':
        return new Response(fault.body ?? null, { status: fault.status, headers: fault.headers ?? {} })
      case 'latency':
        // An emulator that closes waits for nothing.
        await delay(fault.ms, undefined, { signal: closing }).catch(() => {
          throw new ConnectionDropped()
        })
        return next()
      case 'drop_before':
        throw new ConnectionDropped()
      case 'drop_after':
        await next()
        throw new ConnectionDropped()
      case 'garbage':
        await next()
        c.res = new Response('<!doctype html><html lang="en"><title>Oops</title><h1>Something went wrong</h1></html>', {
          headers: { 'content-type': 'text/html; charset=utf-8' },
        })
    }
  }
