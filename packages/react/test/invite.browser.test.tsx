import { inviteStories } from '@seats/conformance/stories/invite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { SeatsProvider, type SeatSource } from '../src/exports/index.ts'
import { BulkInvite, InviteForm, TeamPanel, type InviteSlots } from '../src/exports/ui.ts'

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
  const queryClient = new QueryClient()
  const setSource = (shown: SeatSource) =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <SeatsProvider client={client}>
          {part === 'panel' ? (
            <TeamPanel source={shown} {...slots} />
          ) : part === 'bulk' ? (
            <BulkInvite source={shown} />
          ) : (
            <InviteForm source={shown} onSuccess={onSuccess} {...slots} />
          )}
        </SeatsProvider>
      </QueryClientProvider>,
    )
  setSource(source)
  const unmount = () => {
    root.unmount()
    element.remove()
  }
  return { element, unmount, setSource }
})
