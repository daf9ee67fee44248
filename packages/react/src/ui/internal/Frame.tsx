import { keepPanelFocus } from '@seats/core/ui'
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import type { CommonProps } from '../PartProps.ts'
import { SeatsUiProvider } from '../SeatsUiProvider.tsx'

interface Props extends CommonProps {
  /** The name of the component, for its class `seats-…`. */
  part: string
  /** True keeps the focus inside of the component if its focused part disappears. */
  keepsFocus?: boolean
  children: ReactNode
}

/**
 * The root element of a component. Its class `seats` sets colours and sizes. The content adapts to the width of this
 * element.
 */
export function Frame({ part, className, keepsFocus = false, children, ...words }: Props): ReactElement {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => (keepsFocus && root.current ? keepPanelFocus(root.current) : undefined), [keepsFocus])
  return (
    <SeatsUiProvider {...words}>
      <div
        ref={root}
        tabIndex={keepsFocus ? -1 : undefined}
        className={['seats', `seats-${part}`, className].filter(Boolean).join(' ')}
      >
        {children}
      </div>
    </SeatsUiProvider>
  )
}
