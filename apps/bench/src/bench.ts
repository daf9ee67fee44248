import { benchCore } from './core.ts'
import { benchServer } from './server.ts'

await benchCore()
await benchServer()
