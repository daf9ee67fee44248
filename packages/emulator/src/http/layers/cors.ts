import type { Call } from '../answers/Call.ts'

const methods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'
const allowedHeaders = 'Accept, Accept-Language, Authorization, Content-Language, Content-Type, Polar-Version'
const allowedNames = new Set(allowedHeaders.toLowerCase().split(', '))

/** Allows every origin, without credentials. Answers preflights. */
export function cors(call: Call): Response | undefined {
  const { headers, method } = call.request
  if (!headers.has('origin')) return undefined
  if (method === 'OPTIONS' && headers.has('access-control-request-method')) return preflight(call)
  call.headers['access-control-allow-origin'] = '*'
  call.headers['access-control-expose-headers'] = 'Polar-Version'
  return undefined
}

function preflight({ request, headers }: Call): Response {
  const failures: string[] = []
  if (!methods.split(', ').includes(request.headers.get('access-control-request-method') ?? '')) failures.push('method')
  const names = request.headers.get('access-control-request-headers')?.split(',') ?? []
  if (names.some((name) => !allowedNames.has(name.trim().toLowerCase()))) failures.push('headers')
  if (request.headers.get('access-control-request-private-network') === 'true') failures.push('private-network')
  return new Response(failures.length > 0 ? `Disallowed CORS ${failures.join(', ')}` : 'OK', {
    status: failures.length > 0 ? 400 : 200,
    headers: {
      ...headers,
      'content-type': 'text/plain; charset=utf-8',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': methods,
      'access-control-max-age': '600',
      'access-control-allow-headers': allowedHeaders,
    },
  })
}
