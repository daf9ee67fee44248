import type { SeatsIssueCode } from '../errors/SeatsIssueCode.ts'
import type { MessageTexts } from './Messages.ts'
import type { MessageSettings } from './MessageTools.ts'
import type { SubscriptionCode } from './types/ErrorMessages.ts'

type Errors = MessageTexts['errors']

/** The texts that `TeamPanel` needs before a dialog is opened. */
export interface PanelTexts extends Pick<
  MessageTexts,
  'common' | 'status' | 'role' | 'meter' | 'inviteForm' | 'table' | 'row'
> {
  bulk: Pick<MessageTexts['bulk'], 'open'>
  seatCount: Pick<MessageTexts['seatCount'], 'get' | 'change' | 'pastDue' | 'manageBilling'>
  issues: Pick<MessageTexts['issues'], SeatsIssueCode>
  errors: Omit<Errors, 'byCode' | 'byOperation'> & {
    byCode: Omit<Errors['byCode'], SubscriptionCode>
    byOperation: Pick<Errors['byOperation'], 'listSeats' | 'assignSeat'>
  }
}

/**
 * The part of a catalogue that `TeamPanel` needs before a dialog is opened. Every catalogue has these texts. In English,
 * the others are loaded with the dialogs.
 */
export interface PanelMessages extends MessageSettings, PanelTexts {}
