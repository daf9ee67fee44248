import type { Session } from '../shared/session.ts'

export type Framework = 'react' | 'vue'

interface Panels {
  mountTeam: (element: Element, session: Session) => void
  /** Mounts the button that opens the members dialog. The dialog calls Polar with the owner's session. */
  mountMembers: (element: Element, session: Session) => void
  mountClaim: (element: Element, token: string | null) => void
}

/** Both frameworks have the same screens. A page loads only the frameworks that it shows. */
export const frameworks: Record<Framework, { name: string; load: () => Promise<Panels> }> = {
  react: { name: 'React', load: () => import('../react/mount.tsx') },
  vue: { name: 'Vue', load: () => import('../vue/mount.ts') },
}
