import type { MessageTools } from '../MessageTools.ts'
import type { PanelTexts } from '../PanelMessages.ts'

export const issues = ({ seat, number }: MessageTools): PanelTexts['issues'] => ({
  required: 'This must be filled in.',
  not_allowed: 'This may not be given here.',
  wrong_type: 'This has the wrong form.',
  empty: 'This must not be empty.',
  invalid_characters: 'This contains characters that cannot be used.',
  too_short: ({ limit }) =>
    limit === undefined ? 'This is too short.' : `This is too short. The least is ${number(limit)}.`,
  too_long: ({ limit }) =>
    limit === undefined ? 'This is too long.' : `This is too long. The most is ${number(limit)}.`,
  too_small: ({ limit }) =>
    limit === undefined ? 'This number is too small.' : `The smallest number is ${number(limit)}.`,
  too_large: ({ limit }) =>
    limit === undefined ? 'This number is too large.' : `The largest number is ${number(limit)}.`,
  not_whole: 'Enter a whole number.',
  invalid_choice: 'This is not one of the choices.',
  invalid_id: 'This is not a valid id.',
  invalid_json: 'This could not be read.',
  invalid_email: 'This is not an email address. It should look like ada@example.com.',
  email_domain: 'Nobody can get mail at this address. Check the part after the @.',
  invalid_token: 'This link is not an invitation. Copy the whole link from the email.',
  metadata_not_json: 'The additional data cannot be sent.',
  metadata_too_many_keys: ({ limit = 10 }) => `The additional data has more than ${number(limit)} entries.`,
  metadata_too_large: 'The additional data is too large.',
  one_source: 'Exactly one subscription or order is needed.',
  person_required: `Say who should get ${seat.the}.`,
  several_people: 'This names more than one person. Keep one.',
  customer_id_in_plan: 'A customer cannot be on this list. Give an email address.',
  too_many_sources: 'These are too many teams to follow at once.',
  preview_mismatch: 'The price is that of another change. Look at the price again.',
  own_membership: 'You cannot change your own membership.',
  owner_membership: 'The owner cannot be changed here.',
  last_owner: 'A team needs an owner. Make somebody else the owner first.',
  invalid: 'This is not valid.',
})
