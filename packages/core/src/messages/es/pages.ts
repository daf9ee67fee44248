import type { MessageTools } from '../MessageTools.ts'
import type { PageMessages } from '../types/PageMessages.ts'

const roles = new Map([
  ['owner', 'Titular'],
  ['billing_manager', 'Responsable de facturación'],
  ['member', 'Miembro'],
])

export const pages = ({ seat }: MessageTools): PageMessages => ({
  claimPage: {
    loading: 'Cargando su invitación…',
    title: ({ organization }) => `${organization} tiene ${seat.a} para usted`,
    body: ({ product, email }) => `Acepte la invitación para usar ${product} como ${email}.`,
    accept: 'Aceptar la invitación',
    accepting: 'Aceptando…',
    preparing: 'Un momento: se está preparando su acceso.',
    doneTitle: 'Listo',
    done: ({ product }) => `Ya puede usar ${product}.`,
    goToTeam: 'Ir a la página del equipo',
    unusableTitle: 'Esta invitación no se puede usar',
    unusableHelp:
      'Pida una nueva a la persona que se la envió. Si ya la ha aceptado antes, no tiene que hacer nada más.',
    incompleteTitle: 'Este enlace está incompleto',
    incompleteHelp: 'Vuelva a abrir el enlace del correo de invitación, o copie el enlace completo.',
    failedTitle: 'No se ha podido abrir la invitación',
  },
  mySeats: {
    title: `Mis ${seat.other}`,
    loading: `Cargando sus ${seat.other}…`,
    loadFailed: `No se han podido cargar sus ${seat.other}`,
    none: `Aquí no tiene ${seat.no}. Diríjase a la persona titular del equipo.`,
  },
  members: {
    open: 'Miembros',
    title: 'Miembros',
    about: `Las personas que Polar conoce en su empresa. Un miembro puede no tener ${seat.no}.`,
    loading: 'Cargando los miembros…',
    loadFailed: 'No se han podido cargar los miembros.',
    address: 'Añadir un miembro por correo electrónico',
    add: 'Añadir',
    added: ({ who }) => `${who} ya es miembro, pero aún no tiene ${seat.no}.`,
    existed: ({ who }) => `${who} ya era miembro.`,
    roleOf: ({ who }) => `Rol de ${who}`,
    roleIs: ({ who, role }) => `El rol de ${who} es ahora «${roles.get(role) ?? role}».`,
    remove: 'Quitar',
    removeWhom: ({ who }) => `Quitar a ${who}`,
    confirmRemove: ({ who }) =>
      `¿Quitar a ${who}? También se le retirarán sus ${seat.other}, en todas las suscripciones de su empresa.`,
    removed: ({ who }) => `${who} ya no es miembro y no tiene ${seat.no}.`,
  },
  gate: {
    checking: 'Comprobando su acceso…',
    noSeat: `Para usar esto necesita ${seat.a}. Diríjase a la persona titular del equipo.`,
    failed: 'No se ha podido comprobar su acceso.',
  },
  permissions: {
    readOnly: `Los roles «Titular» y «Responsable de facturación» pueden asignar y retirar ${seat.other}.`,
  },
})
