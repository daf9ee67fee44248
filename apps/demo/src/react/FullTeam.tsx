import { text } from '../shared/text.ts'

/** Tells that every seat is taken, and offers more to a person who may buy them. */
export function FullTeam({ canBuy, onBuy }: { canBuy: boolean; onBuy: () => void }) {
  return (
    <p className="banner">
      <span>{text.full}</span>
      {canBuy && (
        <button className="button small" onClick={onBuy}>
          {text.seatCount.get}
        </button>
      )}
    </p>
  )
}
