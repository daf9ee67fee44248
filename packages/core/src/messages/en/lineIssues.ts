import type { MessageTexts } from '../Messages.ts'
import type { MessageTools } from '../MessageTools.ts'
import type { PanelTexts } from '../PanelMessages.ts'

type LineIssueTexts = Omit<MessageTexts['issues'], keyof PanelTexts['issues']>

/** The problems of a line of a pasted list or a file. */
export const lineIssues = ({ number, list }: MessageTools): LineIssueTexts => ({
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
})
