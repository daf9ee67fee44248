export type RowStatus = 'claimed' | 'pending' | 'expired' | 'saving' | 'nobody' | 'other'
