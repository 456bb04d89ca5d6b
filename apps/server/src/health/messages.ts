import type { Locale } from '@vispera/kinds'
import type { StorageReason } from '@vispera/storage'
import type { Concern, HealthReport } from './open-health.ts'

/** What the page for people says. */
export interface HealthMessages {
  readonly status: Readonly<Record<HealthReport['status'], string>>
  readonly meaning: Readonly<Record<HealthReport['status'], string>>
  readonly concern: Readonly<Record<Concern, string>>
  readonly problem: Readonly<Record<StorageReason, string>>
  readonly free: (percent: string) => string
  readonly lastFailure: (when: string) => string
  readonly checked: (when: string) => string
  readonly again: string
}

export const healthMessages: Readonly<Record<Locale, HealthMessages>> = {
  en: {
    status: {
      ok: 'Everything works',
      degraded: 'It works, but somebody should look at it',
      failing: 'Nothing can be saved right now',
    },
    meaning: {
      ok: 'What people write is saved before anybody else sees it.',
      degraded: 'What people write is saved. Tell whoever runs this server what stands below.',
      failing:
        'Boards can be read, and what people write stays on their device until it can be saved. Keep the page open, and tell whoever runs this server.',
    },
    concern: {
      'disk-low': 'The disk is nearly full. Once it is full, nothing can be saved.',
      damage: 'Something that is stored is damaged. Everything else is served as before.',
      'bus-down':
        'The servers cannot hear each other. People on different servers see each other’s changes later.',
    },
    problem: {
      full: 'The disk is full. Once there is space, saving works again by itself.',
      'read-only': 'The place where the data is stored cannot be written.',
      unreadable: 'The place where the data is stored cannot be read.',
      damaged: 'What is stored is damaged.',
      foreign: 'What is stored belongs to another program.',
      'newer-version': 'What is stored was written by a newer version.',
      'in-use': 'What is stored is in use by another server.',
      outdated: 'A board was deleted or set back while somebody wrote on it.',
      unreachable: 'The database does not answer. Once it does, saving works again by itself.',
      failed: 'The disk reported an error. Check the disk and restart the server.',
      closed: 'The server is stopping.',
    },
    free: (percent) => `Free space on the disk: ${percent}`,
    lastFailure: (when) => `The last time that something could not be saved: ${when}`,
    checked: (when) => `Checked ${when}.`,
    again: 'Check again',
  },
  es: {
    status: {
      ok: 'Todo funciona',
      degraded: 'Funciona, pero alguien debería revisarlo',
      failing: 'Ahora mismo no se puede guardar nada',
    },
    meaning: {
      ok: 'Lo que la gente escribe se guarda antes de que nadie más lo vea.',
      degraded:
        'Lo que la gente escribe se guarda. Avisa a quien administra este servidor de lo que se indica abajo.',
      failing:
        'Los tableros se pueden leer, y lo que la gente escribe se queda en su dispositivo hasta que se pueda guardar. Deja la página abierta y avisa a quien administra este servidor.',
    },
    concern: {
      'disk-low': 'El disco está casi lleno. Cuando se llene, no se podrá guardar nada.',
      damage: 'Algo de lo guardado está dañado. Todo lo demás sigue disponible.',
      'bus-down':
        'Los servidores no se oyen entre sí. Quienes están en servidores distintos ven los cambios de los demás más tarde.',
    },
    problem: {
      full: 'El disco está lleno. En cuanto haya espacio, se volverá a guardar por sí solo.',
      'read-only': 'No se puede escribir en el lugar donde se guardan los datos.',
      unreadable: 'No se puede leer el lugar donde se guardan los datos.',
      damaged: 'Los datos guardados están dañados.',
      foreign: 'Los datos guardados son de otro programa.',
      'newer-version': 'Los datos guardados son de una versión más nueva.',
      'in-use': 'Otro servidor está usando los datos guardados.',
      outdated: 'Se borró o se restauró un tablero mientras alguien escribía en él.',
      unreachable: 'La base de datos no responde. En cuanto responda, se volverá a guardar por sí solo.',
      failed: 'El disco ha dado un error. Hay que revisar el disco y reiniciar el servidor.',
      closed: 'El servidor se está deteniendo.',
    },
    free: (percent) => `Espacio libre en el disco: ${percent}`,
    lastFailure: (when) => `La última vez que algo no se pudo guardar: ${when}`,
    checked: (when) => `Comprobado: ${when}.`,
    again: 'Comprobar de nuevo',
  },
  ar: {
    status: {
      ok: 'كل شيء يعمل',
      degraded: 'إنه يعمل، لكن ينبغي أن يفحصه أحد',
      failing: 'لا يمكن حفظ أي شيء الآن',
    },
    meaning: {
      ok: 'يُحفظ ما يكتبه الناس قبل أن يراه أي شخص آخر.',
      degraded: 'يُحفظ ما يكتبه الناس. أخبروا من يدير هذا الخادم بما هو مذكور أدناه.',
      failing:
        'يمكن قراءة اللوحات، ويبقى ما يكتبه الناس على أجهزتهم إلى أن يمكن حفظه. اتركوا الصفحة مفتوحة وأخبروا من يدير هذا الخادم.',
    },
    concern: {
      'disk-low': 'القرص شبه ممتلئ. عندما يمتلئ لن يمكن حفظ أي شيء.',
      damage: 'بعض ما هو مخزَّن تالف. كل ما عداه متاح كما كان.',
      'bus-down': 'الخوادم لا تسمع بعضها بعضًا. من هم على خوادم مختلفة يرون تغييرات الآخرين متأخرة.',
    },
    problem: {
      full: 'القرص ممتلئ. ما إن تتوفر مساحة حتى يعود الحفظ من تلقاء نفسه.',
      'read-only': 'لا يمكن الكتابة في المكان الذي تُخزَّن فيه البيانات.',
      unreadable: 'لا يمكن قراءة المكان الذي تُخزَّن فيه البيانات.',
      damaged: 'البيانات المخزَّنة تالفة.',
      foreign: 'البيانات المخزَّنة تخص برنامجًا آخر.',
      'newer-version': 'البيانات المخزَّنة كتبتها نسخة أحدث.',
      'in-use': 'البيانات المخزَّنة يستخدمها خادم آخر.',
      outdated: 'حُذفت لوحة أو أُعيدت إلى حال سابقة بينما كان أحد يكتب عليها.',
      unreachable: 'قاعدة البيانات لا تجيب. ما إن تجيب حتى يعود الحفظ من تلقاء نفسه.',
      failed: 'أبلغ القرص عن خطأ. افحصوا القرص وأعيدوا تشغيل الخادم.',
      closed: 'الخادم يتوقف الآن.',
    },
    free: (percent) => `المساحة الحرة على القرص: ${percent}`,
    lastFailure: (when) => `آخر مرة تعذّر فيها الحفظ: ${when}`,
    checked: (when) => `فُحص: ${when}.`,
    again: 'افحص مرة أخرى',
  },
}
