/**
 * How people in one language write down something to do rather than a change in the world: by what it begins with,
 * after a "we will" or "hay que", unless a word says that something is so. Short lists on purpose: a hint that is
 * seldom wrong is better than one that is often there.
 */
export interface ActionWords {
  readonly leads: readonly string[]
  readonly starts: readonly string[]
  readonly unless: readonly string[]
}

const list = (words: string): readonly string[] => words.split(' ')

export const actionWords: Readonly<Record<'en' | 'es' | 'ar', ActionWords>> = {
  en: {
    leads: ['we will', 'we should', 'we must', 'we need to', 'let us', 'let’s', "let's", 'we', 'to'],
    starts: list(
      'organize organise hold march write send meet call print launch start run visit invite build train publish ' +
        'share collect gather sign petition occupy protest rally picket lobby ask prepare hire recruit create draft ' +
        'file distribute deliver attend contact phone email arrange raise demonstrate host',
    ),
    unless: list('is are was were has have had can know knows feel trust'),
  },
  es: {
    leads: ['vamos a', 'hay que', 'queremos', 'tenemos que', 'debemos'],
    starts: list(
      'organizar organicemos convocar marchar escribir enviar mandar reunir reunirnos llamar imprimir lanzar iniciar ' +
        'visitar invitar hacer construir formar publicar compartir juntar recoger firmar ocupar bloquear protestar ' +
        'presionar pedir preparar buscar contratar crear redactar presentar repartir entregar asistir contactar ' +
        'recaudar difundir realizar celebrar',
    ),
    unless: list('es son está están hay tiene tienen puede pueden sabe saben'),
  },
  ar: {
    leads: ['سوف', 'يجب أن', 'علينا', 'لا بد من'],
    starts: list(
      'تنظيم عقد كتابة إرسال إطلاق زيارة دعوة طباعة جمع توقيع نشر تدريب إعداد تحضير الضغط الاتصال احتلال إقامة توزيع ' +
        'تقديم ننظم نعقد نكتب نرسل نطلق نزور ندعو نطبع نجمع نوقع ننشر ندرب نحضر نضغط نتصل نقيم نوزع',
    ),
    unless: list('أصبح أصبحت صار صارت تم تمت لدى لديه لديها'),
  },
}
