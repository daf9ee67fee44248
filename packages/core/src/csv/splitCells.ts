/** A part of a cell: plain text, text in quotation marks, or text in angle brackets. */
export interface CellPart {
  kind: 'text' | 'quoted' | 'angle'
  text: string
}

/**
 * Splits a line into cells, at each separator outside quotation marks and angle brackets. A mark that is opened and not
 * closed counts as text. Takes linear time.
 */
export function splitCells(line: string, separators: string): CellPart[][] {
  if (!/["<,;\t\n]/.test(line)) return [line === '' ? [] : [{ kind: 'text', text: line }]]
  const special = new RegExp(`["<${separators}]`, 'g')
  let parts: CellPart[] = []
  const cells = [parts]
  let from = 0
  const takeText = (to: number) => {
    if (to > from) parts.push({ kind: 'text', text: line.slice(from, to) })
  }
  // False once no closing mark follows, so that it is not searched again. This keeps the time linear.
  const isClosed = { '"': true, '<': true }
  for (let found = special.exec(line); found !== null; found = special.exec(line)) {
    const [character] = found
    if (character !== '"' && character !== '<') {
      takeText(found.index)
      parts = []
      cells.push(parts)
      from = special.lastIndex
      continue
    }
    const end = isClosed[character] ? line.indexOf(character === '"' ? '"' : '>', special.lastIndex) : -1
    isClosed[character] = end >= 0
    if (end < 0) continue
    takeText(found.index)
    parts.push({ kind: character === '"' ? 'quoted' : 'angle', text: line.slice(special.lastIndex, end) })
    from = end + 1
    special.lastIndex = from
  }
  takeText(line.length)
  return cells
}
