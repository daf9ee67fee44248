import type { MessageTools } from '../MessageTools.ts'
import type { IssueMessages } from '../types/IssueMessages.ts'

export const issues = ({ seat, number, list }: MessageTools): IssueMessages => ({
  issues: {
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
    email_too_long: 'The address is too long.',
    email_placeholder: 'The address looks like a placeholder. Enter the real one.',
    email_quotation_mark: 'The address has a curly quotation mark. Type a straight one, or delete it.',
    email_list_number: 'Put a space after the number of the list.',
    email_before_at: 'Check the part of the address before the @.',
    email_after_at: 'Check the part of the address after the @.',
    no_address: 'There is no email address in this line.',
    at_sign_as_word: 'Write the sign @ instead of the word.',
    several_addresses:
      'This line has several addresses, like a table. Add a header row that names the column “email”, or leave one address.',
    unclear_name: ({ text }) =>
      text === undefined
        ? 'It is not clear what is a name. Put each person on a line of their own.'
        : `It is not clear whether “${text}” is a name. Put each person on a line of their own.`,
    unclear_label: ({ text }) =>
      text === undefined
        ? 'This address may be somebody else’s. If you mean this person, leave only the address.'
        : `“${text}” may be somebody else. If you mean this person, leave only the address.`,
    unclear_person: 'It is not clear who is meant. Keep one address in each cell.',
    above_header: 'This line is above the header of the table. Delete it.',
    open_quotation_mark: 'A quotation mark is opened here and not closed.',
    cell_count: ({ cells = 0, columns = 0 }) =>
      cells > columns
        ? `This line has more cells (${number(cells)}) than the header (${number(columns)}). Put quotation marks around a cell that has a separator in it.`
        : `This line has fewer cells (${number(cells)}) than the header (${number(columns)}). Add the missing cells.`,
    different_columns: ({ names = [] }) =>
      names.length === 0
        ? 'The columns have different addresses. Keep the column that has the person’s own.'
        : `The columns ${list(names.map((name) => `“${name}”`))} have different addresses. Keep the column that has the person’s own.`,
    several_addresses_for_id: 'The line has several addresses for one id.',
    unnamed_column: 'No column header says which address is the person’s own. Call that column “email”.',
    missing_cell: ({ names = [] }) =>
      names.length === 0 ? 'The line has no address.' : `The line has nothing in ${list(names)}.`,
  },
})
