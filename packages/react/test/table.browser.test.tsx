import { unmountAfterTest } from '@seats/conformance/page'
import { tableStories, type TablePage } from '@seats/conformance/stories/table'
import { TestBackend } from '@seats/conformance/TestBackend'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { SeatsProvider, type SeatSource } from '../src/exports/index.ts'
import { SeatsTable, type TableSlots } from '../src/exports/ui.ts'

const mount = ({ client, source, look, you, onDrawName }: TablePage) => {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  const queryClient = new QueryClient()
  const slots = slotsOf(look, onDrawName)
  const setSource = (shown: SeatSource) =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <SeatsProvider client={client}>
          <SeatsTable source={shown} you={you} {...slots} />
        </SeatsProvider>
      </QueryClientProvider>,
    )
  setSource(source)
  const unmount = () => {
    root.unmount()
    element.remove()
  }
  return { element, unmount, setSource }
}

tableStories(mount)

test('typing a character that every row of a long list contains draws no row again', async () => {
  const roster = Array.from({ length: 120 }, (_, index) => `person${index}@example.com`)
  const backend = await TestBackend.create({ seats: roster.length, roster })
  let drawn = 0
  const { client, source } = { client: backend.createClient(), source: backend.source }
  const { element } = unmountAfterTest(
    mount({ client, source, look: 'parts', you: undefined, onDrawName: () => drawn++ }),
  )
  await expect.poll(() => element.querySelector('.seats-space')).not.toBeNull()
  await expect.poll(() => element.querySelector('.seats-cell-actions .seats-danger')).not.toBeNull()
  await nextFrames()
  drawn = 0
  const input = element.querySelector('input')
  input?.focus()
  await userEvent.keyboard('p')
  await nextFrames()
  expect(input?.value).toBe('p')
  expect(drawn).toBe(0)
})

const nextFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

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
