import type { SeatsIssueCode } from '../errors/SeatsIssueCode.ts'

/** A stable name for the reason why no recipient could be read from a line. Includes all codes of `SeatsIssueCode`. */
export type RecipientProblemCode =
  | SeatsIssueCode
  // about an address
  | 'email_too_long'
  | 'email_placeholder'
  | 'email_quotation_mark'
  | 'email_list_number'
  | 'email_before_at'
  | 'email_after_at'
  // about a line
  | 'no_address'
  | 'at_sign_as_word'
  | 'several_addresses'
  | 'unclear_name'
  | 'unclear_label'
  | 'unclear_person'
  // about a table
  | 'above_header'
  | 'open_quotation_mark'
  | 'cell_count'
  | 'different_columns'
  | 'several_addresses_for_id'
  | 'unnamed_column'
  | 'missing_cell'
