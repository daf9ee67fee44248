import { useOldest } from '../../conformance/oldest.ts'

useOldest(['react', 'react-dom', '@tanstack/react-query'], import.meta.url)
