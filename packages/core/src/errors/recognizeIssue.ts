import type { SeatsIssue } from './SeatsError.ts'
import type { SeatsIssueCode } from './SeatsIssueCode.ts'

/** The code for each type of a problem. Polar uses the types of Pydantic. */
const byType = new Map<string, SeatsIssueCode>([
  ['missing', 'required'],
  ['extra_forbidden', 'not_allowed'],
  ['uuid_parsing', 'invalid_id'],
  ['uuid_type', 'invalid_id'],
  ['json_invalid', 'invalid_json'],
  ['string_too_short', 'too_short'],
  ['too_short', 'too_short'],
  ['string_too_long', 'too_long'],
  ['too_long', 'too_long'],
  ['greater_than', 'too_small'],
  ['greater_than_equal', 'too_small'],
  ['less_than', 'too_large'],
  ['less_than_equal', 'too_large'],
  ['int_from_float', 'not_whole'],
  ['enum', 'invalid_choice'],
  ['literal_error', 'invalid_choice'],
])

/**
 * The code for each text of Polar. Used if the type is missing, or is not exact enough, such as `value_error`. The
 * first pattern that matches counts.
 */
const byText: [RegExp, SeatsIssueCode][] = [
  [/valid email.*(?:domain|reserved name)/i, 'email_domain'],
  [/valid email/i, 'invalid_email'],
  [/^Metadata cannot be stored/, 'invalid_characters'],
  [/^Metadata cannot have more/, 'metadata_too_many_keys'],
  [/^Metadata size/, 'metadata_too_large'],
  [/^(?:Exactly one of|Either) subscription_id/, 'one_source'],
  [/^At least one of email/, 'person_required'],
  [/^Exactly one of email|^Cannot combine|^Cannot provide both/, 'several_people'],
  [/your own role|remove yourself/, 'own_membership'],
  [/^Cannot delete the only owner|^Cannot change role/, 'last_owner'],
  [/as owner|Only the owner/, 'owner_membership'],
  [/^Field required/, 'required'],
  [/^Extra inputs/, 'not_allowed'],
  [/valid UUID/, 'invalid_id'],
  [/^JSON decode error|valid JSON/, 'invalid_json'],
  [/fractional part/, 'not_whole'],
  [/should have at least/, 'too_short'],
  [/should have at most/, 'too_long'],
  [/should be greater than/, 'too_small'],
  [/should be less than/, 'too_large'],
  [/^Input should be '/, 'invalid_choice'],
  [/^Input should be a valid/, 'wrong_type'],
]

/** Returns the code of an issue that Polar made. */
export function recognizeIssue({ type = '', msg }: Pick<SeatsIssue, 'msg'> & Partial<SeatsIssue>): SeatsIssueCode {
  const code = byType.get(type)
  if (code !== undefined) return code
  if (/_(?:type|parsing)$/.test(type)) return 'wrong_type'
  const text = msg.replace(/^Value error, /, '')
  return byText.find(([pattern]) => pattern.test(text))?.[1] ?? 'invalid'
}
