import { once } from 'node:events'
import { createServer } from 'node:http'
import { answerTo } from './answers.ts'

/** A server that sends prepared answers, so that only the client's work is measured. */
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    response.setHeader('content-type', 'application/json')
    response.end(answerTo(request.method ?? 'GET', `http://127.0.0.1${request.url}`))
  })
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
// Ends this process if the bench ends early.
process.once('disconnect', () => process.exit())
process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` })
