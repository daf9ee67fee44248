/**
 * Puts a text before the title of a document. Returns a function that restores the title, unless the app has changed it
 * since.
 */
export function retitle(document: { title: string }, text: string): () => void {
  const titleBefore = document.title
  const title = titleBefore === '' ? text : `${text} – ${titleBefore}`
  document.title = title
  return () => {
    if (document.title === title) document.title = titleBefore
  }
}
