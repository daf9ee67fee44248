import { listParts, withFocused, type NotedRow } from '@seats/core/ui'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { memo, useCallback, useLayoutEffect, type FunctionComponent, type ReactElement, type RefObject } from 'react'

interface Props {
  rows: readonly NotedRow[]
  /** The element that scrolls. */
  box: RefObject<HTMLDivElement | null>
  draw: (noted: NotedRow, index: number) => ReactElement
}

/**
 * The visible rows of a list of more than a hundred people. If all rows match a search, the rows are not drawn again.
 */
export const LongRows: FunctionComponent<Props> = memo(function LongRows({ rows, box, draw }: Props): ReactElement {
  // oxlint-disable-next-line react/incompatible-library -- The virtualizer is used in this component only.
  const list = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 57,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    rangeExtractor: useCallback(
      (range: Range) => withFocused(defaultRangeExtractor(range), rows, box.current),
      [rows, box],
    ),
    overscan: 6,
    // Rows are measured in the next frame, because the browser reports an error if sizes change while it observes them.
    useAnimationFrameWithResizeObserver: true,
  })
  useLayoutEffect(() => {
    for (const row of box.current?.querySelectorAll<HTMLTableRowElement>('tr[data-index]') ?? [])
      list.measureElement(row)
  })
  return (
    <>
      {listParts(rows, list.getVirtualItems(), list.getTotalSize()).map((part) =>
        'space' in part ? (
          <tr key={part.key} className="seats-space" aria-hidden="true">
            <td style={{ blockSize: part.space }} />
          </tr>
        ) : (
          draw(part.noted, part.index)
        ),
      )}
    </>
  )
})
