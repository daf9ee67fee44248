/** A part of a cell: plain text, text in quotation marks, or text in angle brackets. */
export interface CellPart {
  kind: 'text' | 'quoted' | 'angle'
  text: string
}

/**
 * Splits a line into cells, at each separator outside quotation marks and angle brackets. A quotation mark or bracket
 * that is never closed counts as text. Takes linear time.
 */
export function splitCells(line: string, separators: string): CellPart[][] {
  if (!/["<,;\t\n]/.test(line)) return [line === '' ? [] : [{ kind: 'text', text: line }]]
  const specialCharacter = new RegExp(`["<${separators}]`, 'g')
  let parts: CellPart[] = []
  const cells = [parts]
  let textStart = 0
  const takeText = (textEnd: number) => {
    if (textEnd > textStart) parts.push({ kind: 'text', text: line.slice(textStart, textEnd) })
  }
  // For each opening mark: false once no closing mark follows. Otherwise, each further opening mark would search the
  // whole rest of the line again.
  const mayClose = { '"': true, '<': true }
  for (let match = specialCharacter.exec(line); match !== null; match = specialCharacter.exec(line)) {
    const [character] = match
    if (character !== '"' && character !== '<') {
      takeText(match.index)
      parts = []
      cells.push(parts)
      textStart = specialCharacter.lastIndex
      continue
    }
    const end = mayClose[character] ? line.indexOf(character === '"' ? '"' : '>', specialCharacter.lastIndex) : -1
    mayClose[character] = end >= 0
    if (end < 0) continue
    takeText(match.index)
    parts.push({ kind: character === '"' ? 'quoted' : 'angle', text: line.slice(specialCharacter.lastIndex, end) })
    textStart = end + 1
    specialCharacter.lastIndex = textStart
  }
  takeText(line.length)
  return cells
}
