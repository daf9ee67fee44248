/**
 * Puts a text before the title of a document. Returns a function that restores the title, unless the app has changed it
 * since.
 */
export function retitle(document: { title: string }, text: string): () => void {
  const before = document.title
  const title = before === '' ? text : `${text} – ${before}`
  document.title = title
  return () => {
    if (document.title === title) document.title = before
  }
}
