import type { SeatsIssue } from '../../errors/SeatsError.ts'
import { isCleanText, sourceIssues, textIssues, uuidIssues, valueIssue } from './inputIssues.ts'
import { isObject, isText } from '../runtime/is.ts'
import { isEmailAddress } from './isEmailAddress.ts'
import { pythonJson } from './pythonJson.ts'

/** Returns the reasons for which Polar would refuse an assign body, as far as they can be found without a request. */
export function assignIssues(input: unknown, acceptsCheckout: boolean): SeatsIssue[] {
  if (!isObject(input)) {
    return [{ type: 'model_attributes_type', loc: ['body'], msg: 'Input should be a valid object', input }]
  }
  const sources = ['subscription_id', 'order_id', ...(acceptsCheckout ? ['checkout_id'] : [])]
  return [...sourceIssues(input, 'body', sources), ...recipientIssues(input)]
}

/**
 * Returns the problems of the recipient in an assign body. The body may lack a source. `null` counts as a body without
 * fields.
 */
export function recipientIssues(input: object | null): SeatsIssue[] {
  const fields: Record<string, unknown> = { ...input }
  const rule = recipientRule(fields)
  return rule === undefined ? fieldIssues(fields) : [...fieldIssues(fields), valueIssue(['body'], rule, input)]
}

/** For each field: the function that returns its problems. */
const fieldChecks = {
  email: emailIssues,
  customer_id: uuidIssues,
  member_id: uuidIssues,
  external_customer_id: textIssues,
  external_member_id: textIssues,
  metadata: metadataIssues,
  immediate_claim: booleanIssues,
}

/** The fields of an assign body. */
export const assignFields: string[] = ['subscription_id', 'order_id', 'checkout_id', ...Object.keys(fieldChecks)]

const fieldIssues = (input: Record<string, unknown>): SeatsIssue[] =>
  Object.entries(fieldChecks).flatMap(([name, issuesOf]) =>
    isGiven(input, name) ? issuesOf(input[name], ['body', name]) : [],
  )

function emailIssues(value: unknown, loc: SeatsIssue['loc']): SeatsIssue[] {
  const issues = textIssues(value, loc)
  if (issues.length > 0 || isEmailAddress(String(value))) return issues
  return [valueIssue(loc, 'This is not an email address', value)]
}

function recipientRule(input: Record<string, unknown>): string | undefined {
  const [email, externalCustomer, customer, externalMember, member] = [
    'email',
    'external_customer_id',
    'customer_id',
    'external_member_id',
    'member_id',
  ].map((key) => isGiven(input, key))
  if (!email && !externalCustomer && !customer && !externalMember && !member) {
    return 'At least one of email, external_customer_id, customer_id, external_member_id, or member_id must be provided'
  }
  if ((externalCustomer || customer) && (externalMember || member)) {
    return 'Cannot combine external_customer_id/customer_id with external_member_id/member_id'
  }
  if (externalMember && member) return 'Cannot provide both external_member_id and member_id'
  if (member && email) return 'Cannot combine member_id with email'
  return Number(email) + Number(externalCustomer) + Number(customer) > 1
    ? 'Exactly one of email, external_customer_id, or customer_id must be provided'
    : undefined
}

function booleanIssues(input: unknown, loc: SeatsIssue['loc']): SeatsIssue[] {
  return typeof input === 'boolean' ? [] : [{ type: 'bool_type', loc, msg: 'Input should be a valid boolean', input }]
}

function metadataIssues(metadata: unknown, loc: SeatsIssue['loc']): SeatsIssue[] {
  if (!isObject(metadata))
    return [{ type: 'dict_type', loc, msg: 'Input should be a valid dictionary', input: metadata }]
  const problem = metadataProblem(metadata)
  return problem === undefined ? [] : [valueIssue(loc, problem, metadata)]
}

function metadataProblem(metadata: Record<string, unknown>): string | undefined {
  let isClean = true
  const noteUncleanText = (key: string, value: unknown) => {
    if (!isCleanText(key) || (isText(value) && !isCleanText(value))) isClean = false
    return value
  }
  let json: string | undefined
  try {
    json = JSON.stringify(metadata, noteUncleanText)
  } catch {}
  if (json === undefined) return 'Metadata must be plain JSON'
  if (!isClean) return 'This value contains invalid characters'
  // Skips the exact check for a text that is far too long.
  if (json.length > 2 * maxMetadataLength) return tooLarge
  const sentMetadata: unknown = JSON.parse(json)
  if (!isObject(sentMetadata)) return 'Metadata must be plain JSON'
  if (Object.keys(sentMetadata).length > 10) return 'Metadata cannot have more than 10 keys'
  return pythonJson(json).length > maxMetadataLength ? tooLarge : undefined
}

/** The largest metadata, in characters of the JSON that Python writes. */
const maxMetadataLength = 1024
const tooLarge = 'Metadata size cannot exceed 1KB'

/** Polar ignores an empty `external_member_id` next to an email. It refuses every other empty text. */
const isGiven = (input: Record<string, unknown>, key: string) =>
  input[key] !== undefined &&
  input[key] !== null &&
  !(key === 'external_member_id' && input[key] === '' && isText(input.email))
