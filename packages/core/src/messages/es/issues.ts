import type { MessageTools } from '../MessageTools.ts'
import type { IssueMessages } from '../types/IssueMessages.ts'

export const issues = ({ seat, number, list }: MessageTools): IssueMessages => ({
  issues: {
    required: 'Este dato es obligatorio.',
    not_allowed: 'Este dato no se admite aquí.',
    wrong_type: 'Este dato no tiene el formato correcto.',
    empty: 'Este dato no puede estar vacío.',
    invalid_characters: 'Este dato contiene caracteres que no se pueden usar.',
    too_short: ({ limit }) =>
      limit === undefined ? 'Es demasiado corto.' : `Es demasiado corto. El mínimo es ${number(limit)}.`,
    too_long: ({ limit }) =>
      limit === undefined ? 'Es demasiado largo.' : `Es demasiado largo. El máximo es ${number(limit)}.`,
    too_small: ({ limit }) =>
      limit === undefined ? 'Este número es demasiado pequeño.' : `El número más pequeño es ${number(limit)}.`,
    too_large: ({ limit }) =>
      limit === undefined ? 'Este número es demasiado grande.' : `El número más grande es ${number(limit)}.`,
    not_whole: 'Introduzca un número entero.',
    invalid_choice: 'No es una de las opciones.',
    invalid_id: 'No es un identificador válido.',
    invalid_json: 'No se ha podido leer.',
    invalid_email: 'No es una dirección de correo. Debería parecerse a ada@example.com.',
    email_domain: 'Nadie puede recibir correo en esta dirección. Revise la parte después de la @.',
    invalid_token: 'Este enlace no es una invitación. Copie el enlace completo del correo.',
    metadata_not_json: 'Los datos adicionales no se pueden enviar.',
    metadata_too_many_keys: ({ limit = 10 }) => `Los datos adicionales tienen más de ${number(limit)} entradas.`,
    metadata_too_large: 'Los datos adicionales son demasiado grandes.',
    one_source: 'Hace falta exactamente una suscripción o un pedido.',
    person_required: `Indique a quién asignar ${seat.the}.`,
    several_people: 'Se indica más de una persona. Deje solo una.',
    customer_id_in_plan: 'Un cliente no puede estar en esta lista. Indique una dirección de correo.',
    too_many_sources: 'Son demasiados equipos a la vez.',
    preview_mismatch: 'El precio es el de otro cambio. Revise el precio de nuevo.',
    own_membership: 'No puede cambiar su propia pertenencia al equipo.',
    owner_membership: 'El rol de titular no se puede cambiar aquí.',
    last_owner: 'Un equipo necesita una persona titular. Dé primero este rol a otra persona.',
    invalid: 'Este dato no es válido.',
    email_too_long: 'La dirección es demasiado larga.',
    email_placeholder: 'La dirección parece un ejemplo. Introduzca la real.',
    email_quotation_mark: 'La dirección contiene una comilla curva. Sustitúyala por una recta o bórrela.',
    email_list_number: 'Ponga un espacio después del número de la lista.',
    email_before_at: 'Revise la parte de la dirección antes de la @.',
    email_after_at: 'Revise la parte de la dirección después de la @.',
    no_address: 'En esta línea no hay ninguna dirección de correo.',
    at_sign_as_word: 'Escriba el signo @ en lugar de la palabra.',
    several_addresses:
      'Esta línea tiene varias direcciones, como una tabla. Añada una fila de encabezado que llame «email» a la columna, o deje una sola dirección.',
    unclear_name: ({ text }) =>
      text === undefined
        ? 'No está claro qué es un nombre. Ponga a cada persona en su propia línea.'
        : `No está claro si «${text}» es un nombre. Ponga a cada persona en su propia línea.`,
    unclear_label: ({ text }) =>
      text === undefined
        ? 'Esta dirección puede ser de otra persona. Si se refiere a esta, deje solo la dirección.'
        : `«${text}» puede ser otra persona. Si se refiere a esta, deje solo la dirección.`,
    unclear_person: 'No está claro de quién se trata. Deje una sola dirección en cada celda.',
    above_header: 'Esta línea está encima del encabezado de la tabla. Bórrela.',
    open_quotation_mark: 'Aquí se abre una comilla que no se cierra.',
    cell_count: ({ cells = 0, columns = 0 }) =>
      cells > columns
        ? `Esta línea tiene más celdas (${number(cells)}) que el encabezado (${number(columns)}). Ponga entre comillas la celda que contenga un separador.`
        : `Esta línea tiene menos celdas (${number(cells)}) que el encabezado (${number(columns)}). Añada las celdas que faltan.`,
    different_columns: ({ names = [] }) =>
      names.length === 0
        ? 'Las columnas tienen direcciones distintas. Conserve la que tiene la dirección propia de la persona.'
        : `Las columnas ${list(names.map((name) => `«${name}»`))} tienen direcciones distintas. Conserve la que tiene la dirección propia de la persona.`,
    several_addresses_for_id: 'La línea tiene varias direcciones para un solo identificador.',
    unnamed_column: 'Ningún encabezado dice qué dirección es la propia de la persona. Llame «email» a esa columna.',
    missing_cell: ({ names = [] }) =>
      names.length === 0 ? 'En la línea falta la dirección.' : `En la línea falta un valor para ${list(names)}.`,
  },
})
