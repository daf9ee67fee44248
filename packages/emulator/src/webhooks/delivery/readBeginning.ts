/** Returns at most this many characters of a body, and leaves the rest. Polar cannot store NUL characters, so they are left out. */
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
