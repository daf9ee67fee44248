import { serverPartStories } from '@seats/conformance/stories/serverParts'
import { renderPart } from './renderPart.ts'

serverPartStories(renderPart)
