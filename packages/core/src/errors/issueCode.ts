import { recognizeIssue } from './recognizeIssue.ts'
import type { SeatsIssue } from './SeatsError.ts'
import type { SeatsIssueCode } from './SeatsIssueCode.ts'

/** Every code. The type makes sure that none is missing. */
const codes: Record<SeatsIssueCode, true> = {
  required: true,
  not_allowed: true,
  wrong_type: true,
  empty: true,
  invalid_characters: true,
  too_short: true,
  too_long: true,
  too_small: true,
  too_large: true,
  not_whole: true,
  invalid_choice: true,
  invalid_id: true,
  invalid_json: true,
  invalid_email: true,
  email_domain: true,
  invalid_token: true,
  metadata_not_json: true,
  metadata_too_many_keys: true,
  metadata_too_large: true,
  one_source: true,
  person_required: true,
  several_people: true,
  customer_id_in_plan: true,
  too_many_sources: true,
  preview_mismatch: true,
  own_membership: true,
  owner_membership: true,
  last_owner: true,
  invalid: true,
}

/**
 * Returns the stable code of an issue, to translate the issue or to use it in a condition. Issues that Seats itself
 * finds have a `code`. Polar sends no codes: many of its problems have the same type, `value_error`, and differ only in
 * their texts. A code of the server that this version does not know becomes `invalid`.
 *
 * @param issue An issue of a `SeatsError`, or `{ msg }` with a text of Polar
 *
 * @example
 * ```ts
 * import { issueCode, type SeatsError } from '@seats/core'
 *
 * const isAddressWrong = ({ issues }: SeatsError) => issues.some((issue) => issueCode(issue) === 'invalid_email')
 * ```
 */
export function issueCode(issue: Pick<SeatsIssue, 'msg'> & Partial<SeatsIssue>): SeatsIssueCode {
  const code = issue.code ?? recognizeIssue(issue)
  return Object.hasOwn(codes, code) ? code : 'invalid'
}
