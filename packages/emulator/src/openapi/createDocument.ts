import * as errors from './errorSchemas.ts'
import { operations, type Operation } from './operations.ts'
import type { Schema } from './shapes.ts'

interface Route {
  method: string
  path: string
}

const json = (schema: Schema) => ({ 'application/json': { schema } })
const refused = { anyOf: [errors.error, errors.oauthError, errors.httpError] }

/** Returns an OpenAPI document for the routes. @throws Error if a route is not described in `operations`. */
export function createDocument(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { method, path } of routes) {
    const operation = operations[`${method} ${path}`]
    if (!operation) throw new Error(`${method} ${path} is not described in operations.ts.`)
    const template = path.replaceAll(/:(\w+)/g, '{$1}')
    paths[template] = { ...paths[template], [method.toLowerCase()]: describe(path, operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Polar, emulated for seats', version: '2026-10' },
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    security: [{ bearer: [] }],
  }
}

function describe(path: string, { name, summary, status = 200, request, response }: Operation) {
  const parameters = Array.from(path.matchAll(/:(\w+)/g), ([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    operationId: name,
    summary,
    parameters,
    ...(request && { requestBody: { required: true, content: json(request) } }),
    responses: {
      [status]: {
        description: 'Done.',
        ...(response && { content: json(response) }),
        ...(response === null && { content: { 'text/event-stream': { schema: { type: 'string' } } } }),
      },
      '4XX': { description: 'Refused.', content: json({ anyOf: [errors.validationError, refused] }) },
    },
  }
}
