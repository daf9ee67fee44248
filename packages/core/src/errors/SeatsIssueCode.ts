/** A stable name for one kind of problem. The English texts of Polar and of Seats may change; the name does not. */
export type SeatsIssueCode =
  // of any field
  | 'required'
  | 'not_allowed'
  | 'wrong_type'
  | 'empty'
  | 'invalid_characters'
  | 'too_short'
  | 'too_long'
  | 'too_small'
  | 'too_large'
  | 'not_whole'
  | 'invalid_choice'
  | 'invalid_id'
  | 'invalid_json'
  // of certain fields
  | 'invalid_email'
  | 'email_domain'
  | 'invalid_token'
  | 'metadata_not_json'
  | 'metadata_too_many_keys'
  | 'metadata_too_large'
  // of the whole input
  | 'one_source'
  | 'person_required'
  | 'several_people'
  | 'customer_id_in_plan'
  | 'too_many_sources'
  | 'preview_mismatch'
  // of members
  | 'own_membership'
  | 'owner_membership'
  | 'last_owner'
  // a problem that Seats does not know
  | 'invalid'
