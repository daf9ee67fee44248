import { resolveOldestPackages } from '../../conformance/resolveOldestPackages.ts'

resolveOldestPackages(['react', 'react-dom', '@tanstack/react-query'], import.meta.url)
