export type RecurringInterval = 'day' | 'week' | 'month' | 'year'
