import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

// This process is the server that the emulator is compared with: it has an empty route, and a route that sends prepared
// bytes. Its argument is the file with these bytes.

const preparedBody = readFileSync(process.argv[2] ?? '', 'utf8')
const app = new Hono()
app.get('/empty', (c) => c.text(''))
app.get('/ready', (c) => c.body(preparedBody, 200, { 'content-type': 'application/json' }))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`http://127.0.0.1:${port}`))
