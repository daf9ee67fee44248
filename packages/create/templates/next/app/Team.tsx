// app/Team.tsx
'use client'

import '@seats/core/ui.css'
import { TeamPanel } from '@seats/react/ui'

export const Team = ({ id }: { id: string }) => <TeamPanel source={{ subscription_id: id }} />
