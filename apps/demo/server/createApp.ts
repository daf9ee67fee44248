import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Backend } from './backend.ts'
import { demoRoutes } from './demoRoutes.ts'
import { labRoutes } from './labRoutes.ts'
import { people } from './people.ts'

const self = "'self'"

/** Everything this site answers. `dist` holds the built page. */
export function createApp(backend: Backend, dist: string): Hono {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const app = new Hono()

  app.use(
    secureHeaders({
      strictTransportSecurity: false,
      referrerPolicy: 'no-referrer',
      contentSecurityPolicy: {
        defaultSrc: [self],
        imgSrc: [self, 'data:'],
        frameAncestors: ["'none'"],
        baseUri: [self],
      },
    }),
  )
  app.all('/api/seats/*', backend.log.middleware, (c) => backend.seats(c.req.raw))
  app.post('/api/webhooks/polar', (c) => backend.webhooks(c.req.raw))
  app.route('/api/demo', demoRoutes(backend))
  app.route('/api/demo', labRoutes(backend))

  app.on('GET', ['/', '/react', '/vue', '/react/claim', '/vue/claim'], (c) => {
    // The demo's visitor is the owner, until they sign in as another.
    const [owner] = people
    if (owner && !backend.signIn.who(c.req.raw)) c.header('set-cookie', backend.signIn.start(owner))
    c.header('cache-control', 'no-store')
    return c.html(page)
  })
  // The link of an email names no framework.
  app.get('/claim', (c) => c.redirect(`/react/claim${new URL(c.req.url).search}`))
  app.get('/assets/*', serveStatic({ root: dist }))
  app.notFound((c) => c.text('There is no such page here.', 404))
  return app
}
