import { inviteStories } from '@seats/conformance/stories/invite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { SeatsProvider } from '../src/exports/index.ts'
import { InviteForm, TeamPanel, type InviteSlots } from '../src/exports/ui.ts'

const renderFields: InviteSlots['renderFields'] = ({ pending }) => (
  <label>
    Role
    <select name="role" disabled={pending} defaultValue="">
      <option />
      <option>editor</option>
      <option>viewer</option>
    </select>
  </label>
)

inviteStories(({ client, source, part, onSuccess }) => {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  const slots = part === 'form' ? {} : { renderFields }
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <SeatsProvider client={client}>
        {part === 'panel' ? (
          <TeamPanel source={source} {...slots} />
        ) : (
          <InviteForm source={source} onSuccess={onSuccess} {...slots} />
        )}
      </SeatsProvider>
    </QueryClientProvider>,
  )
  const unmount = () => {
    root.unmount()
    element.remove()
  }
  return { element, unmount }
})
