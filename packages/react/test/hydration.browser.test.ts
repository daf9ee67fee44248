import { hydrationStories } from '@seats/conformance/stories/hydration'
import { hydrateRoot } from 'react-dom/client'
import { createPart } from './renderPart.ts'

hydrationStories((page, html) => {
  const element = document.body.appendChild(document.createElement('div'))
  element.innerHTML = html
  const hydrationErrors: unknown[] = []
  const root = hydrateRoot(element, createPart(page), { onRecoverableError: (error) => hydrationErrors.push(error) })
  return { element, hydrationErrors, unmount: () => (root.unmount(), element.remove()) }
})
