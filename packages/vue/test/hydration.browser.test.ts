import { hydrationStories } from '@seats/conformance/stories/hydration'
import { createPart } from './renderPart.ts'

hydrationStories((page, html) => {
  const element = document.body.appendChild(document.createElement('div'))
  element.innerHTML = html
  const hydrationErrors: unknown[] = []
  const app = createPart(page)
  app.config.errorHandler = (error) => hydrationErrors.push(error)
  app.mount(element)
  return { element, hydrationErrors, unmount: () => (app.unmount(), element.remove()) }
})
