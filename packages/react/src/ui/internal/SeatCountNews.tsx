import { isCountNewsTrue, type CountNews } from '@seats/core/ui'
import type { ReactElement } from 'react'
import { useSubscription } from '../../exports/index.ts'
import type { PartProps } from '../PartProps.ts'

/** Shows the message about a change of the seat count, until the count changes again. */
export function SeatCountNews({ source, news }: Pick<PartProps, 'source'> & { news: CountNews }): ReactElement | null {
  const { data: subscription } = useSubscription(source, { live: true })
  return subscription && isCountNewsTrue(news, subscription) ? <>{news.message}</> : null
}
