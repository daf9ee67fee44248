/**
 * Returns the beginning of a body and drops the rest. NUL characters are left out, because Polar cannot store them.
 */
export async function readBeginning(response: Response, maxCharacters: number): Promise<string> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true })
    // Leaving the loop cancels the stream.
    if (text.length >= maxCharacters) break
  }
  return text.replaceAll('\0', '').slice(0, maxCharacters)
}
