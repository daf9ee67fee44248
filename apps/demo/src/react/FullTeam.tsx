import { useState } from 'react'
import { buySeats } from '../shared/buySeats.ts'
import { text } from '../shared/text.ts'
import type { PanelProps } from './PanelProps.ts'

/** Offers more seats when every seat is taken. */
export function FullTeam({ notify }: Pick<PanelProps, 'notify'>) {
  const [isBuying, setIsBuying] = useState(false)
  async function buy() {
    setIsBuying(true)
    try {
      await buySeats()
      notify({ kind: 'done', message: text.moreSeatsDone, takesFocus: true })
    } catch {
      notify({ kind: 'problem', message: text.moreSeatsFailed })
    }
    setIsBuying(false)
  }
  return (
    <p className="banner">
      <span>{text.full}</span>
      <button className="button small" aria-busy={isBuying} onClick={buy}>
        {text.moreSeats}
      </button>
    </p>
  )
}
