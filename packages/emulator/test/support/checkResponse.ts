import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { operations, type Operation } from '../../src/openapi/operations.ts'
import { shared } from './repository.ts'
import { schemas, type SchemaName } from './schemas.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
const validators = new Map<object, ValidateFunction>()
const official = loadOfficial()

/** The names that our schemas have in Polar's OpenAPI document. */
const officialNames: Partial<Record<SchemaName, string>> = {
  seat: 'CustomerSeat',
  roster: 'SeatsList',
  claimInfo: 'SeatClaimInfo',
  claim: 'CustomerSeatClaimResponse',
  validationError: 'HTTPValidationError',
}

const routes = Object.entries(operations).map(([route, operation]) => {
  const [method = '', path = ''] = route.split(' ')
  return { method, operation, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }
})

/** @throws Error if an answer does not match the schema for its path and status. */
export function checkResponse(method: string, path: string, status: number, body: unknown): void {
  if (status >= 400) return checkSchema(errorSchema(status, body), body)
  const { response, name } = operationOf(method, path.replace(/^\/api\//, '/'))
  if (!response) throw new Error(`The operation ${name} has no JSON answer, but one came`)
  validate(response, body, name)
}

/** @throws Error if a value does not match the schema, or Polar's schema if Polar's document is beside the repository. */
export function checkSchema(name: SchemaName, value: unknown): void {
  validate(schemas[name], value, name)
  const officialValidator = official?.(officialNames[name])
  if (officialValidator && !officialValidator(value)) {
    throw new Error(
      `This value is not a valid ${name} by the OpenAPI document: ${ajv.errorsText(officialValidator.errors)} in ${JSON.stringify(value)}`,
    )
  }
}

export const hasOfficialDocument = official !== undefined

function validate(schema: object, value: unknown, name: string): void {
  const validator = validators.get(schema) ?? ajv.compile(schema)
  validators.set(schema, validator)
  if (!validator(value))
    throw new Error(
      `This value is not a valid ${name}: ${ajv.errorsText(validator.errors)} in ${JSON.stringify(value)}`,
    )
}

/** Returns the operation of a path. Prefers a route with fixed text where another route has a parameter. */
function operationOf(method: string, path: string): Operation {
  const candidates = routes.filter((route) => route.method === method && route.pattern.test(path))
  const best = candidates.toSorted(
    (first, second) => first.pattern.source.split('[^/]').length - second.pattern.source.split('[^/]').length,
  )[0]
  if (!best) throw new Error(`There is no ${method} ${path}`)
  return best.operation
}

function errorSchema(status: number, body: unknown): SchemaName {
  if (status === 422) return 'validationError'
  if (typeof body !== 'object' || body === null)
    throw new Error(`This is not the body of an error: ${JSON.stringify(body)}`)
  if ('error_description' in body) return 'oauthError'
  return 'error' in body ? 'error' : 'httpError'
}

function loadOfficial() {
  const document = join(shared, 'polar/openapi-seats.json')
  if (!existsSync(document)) return undefined
  ajv.addSchema(JSON.parse(readFileSync(document, 'utf8')), 'openapi')
  return (name: string | undefined) => {
    if (name === undefined) return undefined
    return ajv.getSchema(`openapi#/components/schemas/${name}`)
  }
}
