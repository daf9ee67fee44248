import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { shared } from './repository.ts'
import { schemas, type SchemaName } from './schemas.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
const ours = new Map<string, ValidateFunction>()
const document = join(shared, 'polar/openapi-seats.json')
const official = existsSync(document) ? loadOfficial() : undefined

/** The names of the official document for what ours describe too. */
const officialNames: Partial<Record<SchemaName, string>> = {
  seat: 'CustomerSeat',
  roster: 'SeatsList',
  claimInfo: 'SeatClaimInfo',
  claim: 'CustomerSeatClaimResponse',
  validationError: 'HTTPValidationError',
}

/** @throws Error when an API response is not of the shape that its path and status call for. */
export function checkResponse(method: string, path: string, status: number, body: unknown): void {
  check(schemaFor(method, path, status, body), body)
}

/** @throws Error when a value is not of this shape, or not of the official document's where that is at hand. */
export function check(name: SchemaName, value: unknown): void {
  const validate = ours.get(name) ?? ajv.compile(schemas[name])
  ours.set(name, validate)
  if (!validate(value)) throw new Error(`No ${name}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`)
  const theirs = official?.(officialNames[name])
  if (theirs && !theirs(value)) {
    throw new Error(`No ${name} by the OpenAPI document: ${ajv.errorsText(theirs.errors)} in ${JSON.stringify(value)}`)
  }
}

export const hasOfficialDocument = official !== undefined

function schemaFor(method: string, path: string, status: number, body: unknown): SchemaName {
  if (status >= 400) return errorSchema(status, body)
  if (path.startsWith('/v1/customer-sessions')) return 'session'
  if (method === 'GET') return path.includes('/claim/') ? 'claimInfo' : 'roster'
  return path.endsWith('/claim') ? 'claim' : 'seat'
}

function errorSchema(status: number, body: unknown): SchemaName {
  if (status === 422) return 'validationError'
  if (typeof body !== 'object' || body === null) throw new Error(`No error: ${JSON.stringify(body)}`)
  if ('error_description' in body) return 'oauthError'
  return 'error' in body ? 'error' : 'httpError'
}

function loadOfficial() {
  ajv.addSchema(JSON.parse(readFileSync(document, 'utf8')), 'openapi')
  return (name: string | undefined) => {
    if (name === undefined) return undefined
    return ajv.getSchema(`openapi#/components/schemas/${name}`)
  }
}
