/**
 * Words for seeded notes: sentences that people in workshops really write, in six languages and four scripts,
 * put together from parts so that thousands of notes differ.
 */
export interface Tongue {
  readonly lang: string
  readonly who: readonly string[]
  readonly does: readonly string[]
  readonly where: readonly string[]
  /** Whole sentences. */
  readonly also: readonly string[]
}

const english: Tongue = {
  lang: 'en',
  who: [
    'Neighbours',
    'Young people',
    'The traders',
    'Teachers',
    'Older women',
    'Bus drivers',
    'Our children',
  ],
  does: [
    'meet every week',
    'decide together about the budget',
    'walk home at night without fear',
    'tell their own story on the radio',
    'run the co-operative',
    'are paid for the care they give',
    'know who to call',
  ],
  where: [
    'in the market hall',
    'by the river',
    'in all six rows',
    'at the town hall',
    'in the old station',
    'on our street',
  ],
  also: [
    'Clean water, all day.',
    'No child is hungry.',
    'Who is still missing from this room?',
    'The clinic is open on Sundays.',
  ],
}

const spanish: Tongue = {
  lang: 'es',
  who: [
    'Las vecinas',
    'Las personas jóvenes',
    'Las compañeras del mercado',
    'Las maestras',
    'Quienes cuidan',
    'Las socias de la cooperativa',
  ],
  does: [
    'deciden juntas el presupuesto',
    'caminan de noche sin miedo',
    'cuentan su propia historia en la radio',
    'tienen contrato por treinta años',
    'se reúnen cada semana',
    'saben a quién llamar',
  ],
  where: [
    'en la plaza',
    'junto al río',
    'en todas las filas',
    'en el ayuntamiento',
    'en la estación vieja',
    'en nuestra calle',
  ],
  also: ['Agua limpia, todo el día.', '¿Quién falta todavía en esta sala?', 'La clínica abre los domingos.'],
}

const arabic: Tongue = {
  lang: 'ar',
  who: ['الجارات', 'شابات الحي', 'تاجرات السوق', 'المعلمات', 'نساء الحي', 'عضوات التعاونية'],
  does: [
    'يقررن الميزانية معًا',
    'يمشين ليلًا بلا خوف',
    'يروين قصتهن في الإذاعة',
    'يجتمعن كل أسبوع',
    'يعرفن بمن يتصلن',
  ],
  where: ['في قاعة السوق', 'عند النهر', 'في كل الصفوف', 'في مبنى البلدية', 'في شارعنا'],
  also: [
    'ماء نظيف طوال اليوم.',
    'من لا يزال غائبًا عن هذه القاعة؟',
    'اجتماع Zoom يوم 21/11/2026 الساعة 15:30.',
  ],
}

const french: Tongue = {
  lang: 'fr',
  who: [
    'Les voisines',
    'Les jeunes',
    'Les marchandes',
    'Les enseignants',
    'Nos aînées',
    'La coopérative et ses amis',
  ],
  does: [
    'décident ensemble du budget',
    'rentrent la nuit sans peur',
    'racontent leur propre histoire à la radio',
    'se réunissent chaque semaine',
    'savent qui appeler',
  ],
  where: ['au marché couvert', 'au bord du fleuve', 'à la mairie', 'dans la vieille gare', 'dans notre rue'],
  also: ['De l’eau propre, toute la journée.', 'Qui manque encore dans cette salle ?'],
}

const portuguese: Tongue = {
  lang: 'pt',
  who: ['As vizinhas', 'Os jovens', 'As feirantes', 'As professoras', 'As avós', 'As cooperadas'],
  does: [
    'decidem juntas o orçamento',
    'andam à noite sem medo',
    'contam a própria história no rádio',
    'se reúnem toda semana',
  ],
  where: ['no mercado', 'perto do rio', 'na prefeitura', 'na estação velha', 'na nossa rua'],
  also: ['Água limpa, o dia inteiro.', 'Quem ainda falta nesta sala?'],
}

const burmese: Tongue = {
  lang: 'my',
  who: [],
  does: [],
  where: [],
  also: [
    'ဈေးသည်များ အပတ်စဉ် တွေ့ဆုံကြသည်။',
    'ကလေးတိုင်း ကျောင်းသို့ ဘေးကင်းစွာ သွားနိုင်သည်။',
    'သန့်ရှင်းသောရေ တစ်နေ့လုံး ရသည်။',
    'ကျွန်ုပ်တို့၏ ဇာတ်လမ်းကို ရေဒီယိုတွင် ကိုယ်တိုင် ပြောသည်။',
    'ညဘက် လမ်းလျှောက်ရာတွင် မကြောက်ရတော့ပါ။',
  ],
}

/** English more often than the others, as in most mixed rooms. */
export const tongues: readonly Tongue[] = [
  english,
  english,
  spanish,
  spanish,
  arabic,
  french,
  portuguese,
  burmese,
]

/** What people put into fields. */
export const fieldWords = [
  'two of us',
  'the women of row six',
  'las jóvenes',
  'the co-op',
  'فريق الإذاعة',
  'our lawyer',
  'todas',
]
export const fieldDates = [
  '2027',
  '2027-03',
  'Q2 2028',
  '2026-12-10',
  'after the rains',
  'antes de la votación',
  'T1 2029',
]
