import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Backend } from './backend.ts'
import { demoRoutes } from './demoRoutes.ts'
import { labRoutes } from './labRoutes.ts'
import { people } from './people.ts'

const sameOrigin = "'self'"
const nothing = "'none'"

/**
 * Creates the app that answers every request to the demo.
 *
 * @param dist The folder of the built page.
 */
export function createApp(backend: Backend, dist: string): Hono {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const app = new Hono()

  app.use(
    secureHeaders({
      strictTransportSecurity: false,
      referrerPolicy: 'no-referrer',
      // A product can use a policy as strict as this one. `data:` is for the icon of the page.
      contentSecurityPolicy: {
        defaultSrc: [nothing],
        scriptSrc: [sameOrigin],
        styleSrc: [sameOrigin],
        // An owner's page calls Polar directly to manage members.
        connectSrc: [sameOrigin, backend.emulator.url],
        fontSrc: [sameOrigin],
        imgSrc: [sameOrigin, 'data:'],
        frameAncestors: [nothing],
        baseUri: [nothing],
        formAction: [nothing],
      },
    }),
  )
  app.all('/api/seats/*', backend.log.middleware, (c) => backend.seats(c.req.raw))
  app.post('/api/webhooks/polar', (c) => backend.webhooks(c.req.raw))
  app.route('/api/demo', demoRoutes(backend))
  app.route('/api/demo', labRoutes(backend))

  app.on('GET', ['/', '/react', '/vue', '/react/claim', '/vue/claim'], (c) => {
    // A visitor is signed in as the owner, until they sign in as somebody else.
    const [owner] = people
    if (owner && !backend.signIn.findPerson(c.req.raw)) c.header('set-cookie', backend.signIn.start(owner))
    c.header('cache-control', 'no-store')
    return c.html(page)
  })
  // The link in an email does not name a framework.
  app.get('/claim', (c) => c.redirect(`/react/claim${new URL(c.req.url).search}`))
  app.get('/assets/*', serveStatic({ root: dist }))
  app.notFound((c) => c.text('This page does not exist.', 404))
  return app
}
