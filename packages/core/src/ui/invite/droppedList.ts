import { namesSeveral } from './namesSeveral.ts'

/** A text that is pasted or dropped: `clipboardData` or `dataTransfer` of the event. */
interface DroppedText {
  getData(format: string): string
}

/**
 * Returns a list that is pasted or dropped into a field for one address, after the text that is already in the field.
 * Text that is selected in the field is replaced. Returns undefined for a text with fewer than two addresses. The field
 * itself would remove the line breaks of a list.
 */
export function droppedList(
  { value, selectionStart, selectionEnd }: Pick<HTMLInputElement, 'value' | 'selectionStart' | 'selectionEnd'>,
  dropped: DroppedText | null,
): string | undefined {
  const text = dropped?.getData('text/plain') ?? ''
  if (!namesSeveral(text)) return undefined
  const keptText = value.slice(0, selectionStart ?? value.length) + value.slice(selectionEnd ?? value.length)
  return [keptText.trim(), text].filter(Boolean).join('\n')
}
