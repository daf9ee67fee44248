import { setTimeout as delay } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import { ConnectionDropped } from '../faults/ConnectionDropped.ts'
import type { Faults } from '../faults/Faults.ts'
import type { Env } from './Env.ts'

/** Lets an injected fault happen to a call. It stands inside CORS, so that a browser can read what a fault answers. */
export const applyFault =
  (faults: Faults): MiddlewareHandler<Env> =>
  async (c, next) => {
    const fault = faults.take(c.req.method, c.req.path)
    switch (fault?.kind) {
      case undefined:
        return next()
      case 'status':
        return new Response(fault.body ?? null, { status: fault.status, headers: fault.headers ?? {} })
      case 'latency':
        await delay(fault.ms, undefined, { signal: faults.closing })
        return next()
      case 'drop_before':
        throw new ConnectionDropped()
      case 'drop_after':
        await next()
        throw new ConnectionDropped()
      case 'garbage':
        await next()
        c.res = new Response('<!doctype html><title>Bad gateway</title><h1>Something went wrong</h1>', {
          headers: { 'content-type': 'text/html; charset=utf-8' },
        })
    }
  }
