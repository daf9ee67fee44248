import type { ReactElement, ReactNode, Ref } from 'react'
import type { CommonProps } from '../PartProps.ts'
import { SeatsUiProvider } from '../SeatsUiProvider.tsx'

interface Props extends CommonProps {
  /** The name of the component, for its class `seats-…`. */
  part: string
  /** Lets the root take the focus if the focused part is removed. */
  tabIndex?: -1
  root?: Ref<HTMLDivElement>
  children: ReactNode
}

/** The root element of a component. It sets the colours and sizes, and the content adapts to its width. */
export const Frame = ({ part, className, tabIndex, root, children, ...words }: Props): ReactElement => (
  <SeatsUiProvider {...words}>
    <div ref={root} tabIndex={tabIndex} className={['seats', `seats-${part}`, className].filter(Boolean).join(' ')}>
      {children}
    </div>
  </SeatsUiProvider>
)
