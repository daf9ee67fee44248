import { boolean, nullable, string, text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { oneOf } from '../../validation/python/pydantic/choices.ts'
import { codePoints } from '../../validation/python/text/codePoints.ts'
import { Failure, Failures, type Check, type DeepCheck } from '../../validation/python/pydantic/Failure.ts'
import { httpUrl } from '../../validation/python/pydantic/httpUrl.ts'
import { model } from '../../validation/python/pydantic/model.ts'
import { polarTypes } from '../contract/WebhookType.ts'

interface EndpointFields {
  url: string
  name: string | null
  secret: string | null
  format: 'raw' | 'discord' | 'slack'
  events: string[]
}

const minSecretCharacters = 32
const anyType = oneOf(...polarTypes)
const anyFormat = oneOf('raw', 'discord', 'slack')

// Polar wants https and a public host. An emulator's endpoint may be on this machine.
const url: Check<string> = (input) => httpUrl(typeof input === 'string' ? input.trim() : input)

const secret: Check<string> = (input) => {
  const value = string(input)
  if (value instanceof Failure) return value
  if (codePoints(value) >= minSecretCharacters) return text(value)
  const msg = `String should have at least ${minSecretCharacters} characters`
  return new Failure('string_too_short', msg, value, { min_length: minSecretCharacters })
}

const events: DeepCheck<string[]> = (input) => {
  if (!Array.isArray(input)) return new Failure('list_type', 'Input should be a valid list', input)
  const failures = input.flatMap((type, index) => {
    const failure = anyType(type)
    return failure instanceof Failure ? [{ path: [index], failure }] : []
  })
  return failures.length > 0 ? new Failures(failures) : input.map(String)
}

const optionalName = { check: nullable(text), default: null }
const optionalSecret = { check: nullable(secret), default: null }
const optional =
  <Output>(check: DeepCheck<Output>): DeepCheck<Output | null> =>
  (input) =>
    input === null ? null : check(input)

/** The body of `POST /v1/webhooks/endpoints`. */
export const endpointCreate = model<EndpointFields & { organization_id: string | null }>({
  url: { check: url },
  name: optionalName,
  secret: optionalSecret,
  format: { check: anyFormat },
  events: { check: events },
  organization_id: { check: nullable(uuid4), default: null },
})

/** The body of `PATCH /v1/webhooks/endpoints/{id}`. A field that is null does not change. */
export const endpointUpdate = model<
  { [Name in keyof EndpointFields]: EndpointFields[Name] | null } & { enabled: boolean | null }
>({
  url: { check: nullable(url), default: null },
  name: optionalName,
  secret: optionalSecret,
  format: { check: nullable(anyFormat), default: null },
  events: { check: optional(events), default: null },
  enabled: { check: nullable(boolean), default: null },
})
