import { expect, test } from 'vitest'
import { startGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'

test.for([
  ['api/seats', '/api/seats'],
  ['https://example.com/api', '/api'],
  ['/api?x', '/api'],
  ['/api#x', '/api'],
  ['//api', '/api'],
  ['/api//seats', '/api/seats'],
  ['/api/../x', '/x'],
  ['/./', '/api/seats'],
  ['/api/.', '/api'],
  ['/api/%2e%2E/x', '/x'],
  ['/api/%2e', '/api'],
  ['/api seats', '/api%20seats'],
  [' /api', '/api'],
  ['/api\n', '/api'],
  ['/api\tx', '/apix'],
  ['\\api', '/api'],
  ['/sitzplätze', '/sitzpl%C3%A4tze'],
  ['/座席', '/%E5%BA%A7%E5%B8%AD'],
  ['/{team}/seats', '/%7Bteam%7D/seats'],
  ['/api/100%', '/api/100%25'],
  ['/api/%zz', '/api/%25zz'],
  ['/api/seats/*', '/api/seats'],
  ['/api/seats/:path*', '/api/seats'],
  ['/:team/seats', '/api/seats'],
  ['/api/seats/[...path]', '/api/seats'],
  ['/api/seats/[[...path]]/', '/api/seats'],
  [undefined, '/api/seats'],
])('a base path that no request can have is rejected: %j', async ([basePath, suggestion]) => {
  await expect(startGuard({ basePath: basePath as string })).rejects.toMatchObject({
    code: 'ConfigurationError',
    detail: expect.stringContaining(`"${suggestion}"`),
  })
})

test.for(['/api/seats/', '/', '', '/sitzpl%C3%A4tze', '/a.b/..c/~x', '/@team/seats;v=1'])(
  'a base path is accepted: %j',
  async (basePath) => {
    const { handler, emulator } = await startGuard({ basePath })
    const query = `?subscription_id=${emulator.ref('acme/sub')}`
    const base = basePath.replace(/\/$/, '')
    expect((await handler(new Request(`https://app.example.com${base}${seats}${query}`))).status).toBe(200)
  },
)
