import { tableStories, type TablePage } from '@seats/conformance/stories/table'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { SeatsProvider } from '../src/exports/index.ts'
import { SeatsTable, type TableSlots } from '../src/exports/ui.ts'

tableStories(({ client, source, look, you, onDrawName }) => {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <SeatsProvider client={client}>
        <SeatsTable source={source} you={you} {...slotsOf(look, onDrawName)} />
      </SeatsProvider>
    </QueryClientProvider>,
  )
  const unmount = () => {
    root.unmount()
    element.remove()
  }
  return { element, unmount }
})

function slotsOf(look: TablePage['look'], onDrawName: () => void): TableSlots {
  switch (look) {
    case 'none':
      return {}
    case 'parts':
      return {
        renderAvatar: ({ initials }) => <b>{initials}</b>,
        renderName({ name }) {
          onDrawName()
          return <i>{name}</i>
        },
        renderColumnHeader: () => 'Team',
        renderColumn: ({ status }) => `of ${status}`,
        renderRowActions: ({ name }) => <button>Write to {name}</button>,
        renderEmpty: () => <p>Nobody here.</p>,
      }
    case 'row':
      return {
        renderRow: ({ name, status, can, pending, actions, rowProps }) => (
          <tr {...rowProps}>
            <td>
              {name} {status} {pending && `${pending}…`}
              {can.resend && (
                <button aria-label={`Again ${name}`} onClick={actions.resend}>
                  Again
                </button>
              )}
              {can.revoke && (
                <button aria-label={`Take ${name}`} onClick={actions.revoke}>
                  Take
                </button>
              )}
            </td>
          </tr>
        ),
      }
  }
}
