import { benchAdapters } from './adapters.ts'
import { benchCore } from './core.ts'
import { benchEmulator } from './emulator.ts'
import { benchServer } from './server.ts'

await benchCore()
await benchEmulator()
await benchServer()
await benchAdapters()
