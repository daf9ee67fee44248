import type { SeatsIssue } from '../../errors/SeatsError.ts'
import type { SeatsIssueCode } from '../../errors/SeatsIssueCode.ts'
import { inputIssue, isCleanText, sourceIssues, textIssues, typeIssue, uuidIssues } from './inputIssues.ts'
import { isObject, isText } from '../runtime/is.ts'
import { isEmailAddress } from './isEmailAddress.ts'
import { pythonJson } from './pythonJson.ts'

/** Returns the reasons for which Polar would refuse an assign body, as far as they can be found without a request. */
export function assignIssues(input: unknown, acceptsCheckout: boolean): SeatsIssue[] {
  if (!isObject(input)) {
    return [typeIssue(['body'], input, 'model_attributes', 'object')]
  }
  const sourceFields = acceptsCheckout ? portalSourceFields : undefined
  return [...sourceIssues(input, 'body', sourceFields), ...recipientIssues(input)]
}

const portalSourceFields = ['subscription_id', 'order_id', 'checkout_id']

/**
 * Returns the problems of the recipient in an assign body. The body may lack a source. `null` counts as a body without
 * fields.
 */
export function recipientIssues(input: object | null): SeatsIssue[] {
  const fields = (input ?? {}) as Record<string, unknown>
  const fieldIssues = fieldChecks.flatMap(([name, issuesOf]) =>
    isGiven(fields, name) ? issuesOf(fields[name], ['body', name]) : [],
  )
  return [...fieldIssues, ...personIssues(fields, input)]
}

/** For each field: the function that returns its problems. */
const fieldChecks: [name: string, issuesOf: (value: unknown, loc: SeatsIssue['loc']) => SeatsIssue[]][] = [
  ['email', emailIssues],
  ['customer_id', uuidIssues],
  ['member_id', uuidIssues],
  ['external_customer_id', textIssues],
  ['external_member_id', textIssues],
  ['metadata', metadataIssues],
  ['immediate_claim', booleanIssues],
]

/** The fields of an assign body. */
export const assignFields: string[] = [...portalSourceFields, ...fieldChecks.map(([name]) => name)]

function emailIssues(value: unknown, loc: SeatsIssue['loc']): SeatsIssue[] {
  const issues = textIssues(value, loc)
  if (issues.length > 0 || isEmailAddress(String(value))) return issues
  return [inputIssue('invalid_email', loc, 'This is not an email address', value)]
}

/**
 * Returns the problem of a body that names nobody, or that has several identifiers. Only an address and an external
 * member id may be given together.
 */
function personIssues(fields: Record<string, unknown>, input: unknown): SeatsIssue[] {
  const givenNames = recipientFields.filter((name) => isGiven(fields, name))
  if (givenNames.length === 1 || givenNames.join() === 'email,external_member_id') return []
  const [code, quantity]: [SeatsIssueCode, string] = givenNames[0]
    ? ['several_people', 'Exactly']
    : ['person_required', 'At least']
  return [inputIssue(code, ['body'], `${quantity} one of ${recipientFields.join(', ')} must be provided`, input)]
}

const recipientFields = ['email', 'external_customer_id', 'customer_id', 'external_member_id', 'member_id']

function booleanIssues(input: unknown, loc: SeatsIssue['loc']): SeatsIssue[] {
  return typeof input === 'boolean' ? [] : [typeIssue(loc, input, 'bool', 'boolean')]
}

function metadataIssues(metadata: unknown, loc: SeatsIssue['loc']): SeatsIssue[] {
  if (!isObject(metadata)) return [typeIssue(loc, metadata, 'dict', 'dictionary')]
  const problem = metadataProblem(metadata)
  return problem === undefined ? [] : [inputIssue(problem[0], loc, problem[1], metadata)]
}

type Problem = [SeatsIssueCode, msg: string]

function metadataProblem(metadata: Record<string, unknown>): Problem | undefined {
  let isClean = true
  const checkText = (key: string, value: unknown) => {
    if (!isCleanText(key) || (isText(value) && !isCleanText(value))) isClean = false
    return value
  }
  let json: string | undefined
  try {
    json = JSON.stringify(metadata, checkText)
  } catch {}
  if (json === undefined) return notJson
  if (!isClean) return ['invalid_characters', 'This value contains invalid characters']
  // Skips the exact check for a text that is far too long.
  if (json.length > 2 * maxMetadataLength) return tooLarge
  const sentMetadata: unknown = JSON.parse(json)
  if (!isObject(sentMetadata)) return notJson
  if (Object.keys(sentMetadata).length > 10) return ['metadata_too_many_keys', 'Metadata cannot have more than 10 keys']
  return pythonJson(json).length > maxMetadataLength ? tooLarge : undefined
}

/** The largest metadata, in characters of the JSON that Python writes. */
const maxMetadataLength = 1024
const notJson: Problem = ['metadata_not_json', 'Metadata must be plain JSON']
const tooLarge: Problem = ['metadata_too_large', 'Metadata size cannot exceed 1KB']

/** Returns whether a field counts as given. Polar ignores an empty `external_member_id` next to an email. */
const isGiven = (input: Record<string, unknown>, key: string) =>
  input[key] !== undefined &&
  input[key] !== null &&
  !(key === 'external_member_id' && input[key] === '' && isText(input.email))
