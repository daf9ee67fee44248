import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'
import { nodeProject } from '../../../vitest.config.base.ts'
import type { ServerPage } from './serverPart.ts'

/** The message to the process that renders a component. */
export interface PartRequest extends Omit<ServerPage, 'client'> {
  /** The options of the client. Both processes create a client with these options. */
  client: { baseURL: string; scope: string }
}

// Renders components in a process of its own, whose time zone is not that of the browser. Node cannot load Vue
// components and files with JSX, so Vite loads them.
const root = process.argv[2] ?? ''
const { resolve, ssr } = nodeProject
const server = await createServer({
  configFile: false,
  root,
  resolve,
  ssr,
  plugins: [vue()],
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  appType: 'custom',
})

process.on('message', (request: PartRequest) => {
  render(request).then(
    (rendered) => process.send?.({ rendered }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => void server.close())

async function render({ client, ...page }: PartRequest): Promise<string> {
  // The client must come from the same copy of the package as the component.
  const { createSeatsClient } = await server.ssrLoadModule('@seats/core')
  const { renderPart } = await server.ssrLoadModule(join(root, 'test/renderPart.ts'))
  return renderPart({ client: createSeatsClient(client), ...page })
}
