import {
  renderInitiative,
  renderInitiativeTranslation,
  renderRelease,
  renderReleaseTranslation,
  renderRoadmapHistory,
} from '../../src/documents/public/record-file.ts';
import { ReleaseSchema } from '../../src/release/release.ts';

/**
 * A site in German with Arabic and Japanese below a path: one release in all three, one in German and Japanese, one in German alone, and one that
 * has every part there is, in German and, the least of it, in Japanese.
 */
export function languagesSite(): Record<string, string> {
  return {
    'site.yaml': SETTINGS,
    'releases/kiosk/vorrat.yaml': renderRelease(stock),
    'releases/kiosk/vorrat.ar.yaml': renderReleaseTranslation({
      of: 'vorrat',
      locale: 'ar',
      title: 'تنبيه قبل نفاد المخزون',
      summary: 'يخبرك الصندوق حين يوشك صنف على النفاد، وبعدد الأيام التي يكفيها.',
      changes: [
        { id: 'c-warnung', title: 'تنبيه بالمخزون', text: 'يظهر عند بلوغ الحد الذي تحدده.' },
        { id: 'c-export', title: 'تصدير القائمة إلى جدول' },
      ],
      knownIssues: [
        { id: 'k-druck', title: 'لا تُطبع القائمة الطويلة كاملة', workaround: 'اطبعها على جزأين.' },
      ],
      waves: ['الجميع'],
    }),
    'releases/kiosk/vorrat.ja.yaml': renderReleaseTranslation({
      of: 'vorrat',
      locale: 'ja',
      title: '在庫がなくなる前にお知らせ',
      summary: '商品が残り少なくなると、あと何日分あるかをレジがお知らせします。',
      changes: [
        { id: 'c-warnung', title: '在庫のお知らせ', text: '設定した数を下回ると表示されます。' },
        { id: 'c-export', title: '一覧を表計算ソフトに書き出し' },
      ],
      knownIssues: [{ id: 'k-druck', title: '長い一覧が最後まで印刷されない' }],
    }),
    'releases/kiosk/gutschein.yaml': renderRelease(voucher),
    'releases/kiosk/gutschein.ja.yaml': renderReleaseTranslation({
      of: 'gutschein',
      locale: 'ja',
      title: '商品券で支払い',
      changes: [{ id: 'c-einloesen', title: '商品券を使う' }],
    }),
    'releases/kiosk/bondruck.yaml': renderRelease(printing),
    'releases/kiosk/alles.yaml': renderRelease(everything),
    'releases/kiosk/alles.ja.yaml': renderReleaseTranslation({
      of: 'alles',
      locale: 'ja',
      title: 'すべてを含むリリース',
      changes: [{ id: 'c-neu', title: '新しい画面' }],
    }),
    'releases/kiosk/zurueck.yaml': renderRelease(withdrawn),
    'releases/kiosk/spaeter.yaml': renderRelease(later),
    'releases/_initiatives/offline.yaml': renderInitiative({
      id: 'offline',
      title: 'Kassieren ohne Netz',
      horizon: 'now',
      problem: 'Fällt das Netz aus, steht die Schlange.',
      outcome: 'Wer bezahlen will, kann bezahlen.',
    }),
    'releases/_initiatives/beleg.yaml': renderInitiative({
      id: 'beleg',
      title: 'Belege aufs Telefon',
      horizon: 'next',
      theme: 'ruhe',
      problem: 'Papier geht verloren.',
      outcome: 'Jeder findet seinen Beleg wieder.',
      text: 'Zuerst als Bild.',
    }),
    'releases/_initiatives/beleg.ja.yaml': renderInitiativeTranslation({
      of: 'beleg',
      locale: 'ja',
      title: 'レシートをスマートフォンに',
    }),
    'releases/_roadmap-changes.yaml': renderRoadmapHistory({
      changes: [
        { day: '2026-09-01', what: 'added', id: 'offline', title: 'Kassieren ohne Netz', to: 'now' },
        {
          day: '2026-10-01',
          what: 'delayed',
          id: 'spaeter',
          title: 'Inventur',
          reason: 'Die Waage fehlt noch.',
        },
      ],
    }),
    'releases/_initiatives/offline.ar.yaml': renderInitiativeTranslation({
      of: 'offline',
      locale: 'ar',
      title: 'البيع من دون إنترنت',
      problem: 'إذا انقطع الاتصال توقف الطابور.',
      outcome: 'من أراد الدفع استطاع أن يدفع.',
    }),
  };
}

const SETTINGS = `name: Kiosk
tagline: Was sich an der Kasse ändert.
url: https://example.com/neu/
locale: de
products:
  - { id: kiosk, name: Kasse, description: Kassieren am Stand. }
themes:
  - { id: ruhe, name: Mehr Ruhe, description: Weniger Fragen an der Kasse. }
roadmap:
  disclaimer: Das haben wir vor; versprochen ist es nicht.
languages:
  ar:
    name: مستجدات الكشك
    tagline: ما يتغيّر في الصندوق.
    products: { kiosk: { name: الصندوق } }
    strings:
      subscribe: تابعنا
  ja:
    name: キオスクのお知らせ
    products: { kiosk: { name: レジ } }
`;

const stock = ReleaseSchema.parse({
  id: 'vorrat',
  title: 'Warnung, bevor etwas ausgeht',
  product: 'kiosk',
  version: '2.1.0',
  status: 'released',
  released: '2026-05-07',
  summary: 'Die Kasse sagt, wenn ein Artikel knapp wird, und für wie viele Tage er noch reicht.',
  changes: [
    {
      id: 'c-warnung',
      kind: 'added',
      title: 'Warnung bei knappem Vorrat',
      text: 'Ab der Menge, die Sie festlegen.',
    },
    { id: 'c-export', kind: 'added', title: 'Liste als Tabelle ausgeben' },
  ],
  knownIssues: [
    {
      id: 'k-druck',
      title: 'Lange Listen werden nicht ganz gedruckt',
      workaround: 'In zwei Teilen drucken.',
    },
  ],
  waves: [{ name: 'Alle', state: 'done', share: 100 }],
});

const voucher = ReleaseSchema.parse({
  id: 'gutschein',
  title: 'Mit Gutscheinen bezahlen',
  product: 'kiosk',
  version: '2.0.0',
  status: 'released',
  released: '2026-03-02',
  summary: 'Gutscheine gelten jetzt an jeder Kasse.',
  changes: [
    {
      id: 'c-einloesen',
      kind: 'added',
      title: 'Gutscheine einlösen',
      breaking: true,
      action: 'Legen Sie zuerst Ihre Gutscheine an.',
    },
    { id: 'c-rest', kind: 'fixed', title: 'Restbeträge bleiben stehen' },
  ],
});

const everything = ReleaseSchema.parse({
  id: 'alles',
  title: 'Alles auf einmal',
  product: 'kiosk',
  version: '2.2.0',
  status: 'rolling out',
  reason: 'Kunde für Kunde.',
  released: '2026-06-01',
  initiative: 'offline',
  edited: { on: '2026-06-03', note: 'Schreibfehler berichtigt.' },
  summary: 'Eine Fassung, die jeden Teil enthält.',
  upgrade: [
    {
      text: 'Zuerst den Drucker ausschalten.',
      who: 'Betreiber',
      link: { title: 'Anleitung', url: 'https://example.org/anleitung' },
    },
    { text: 'Danach die Kasse neu starten.' },
  ],
  highlights: 'Neue Ansicht, neuer Drucker.',
  changes: [
    {
      id: 'c-neu',
      kind: 'added',
      title: 'Neue Ansicht',
      text: 'Größer als die alte.',
      purpose: 'Damit niemand sich verliest.',
      component: 'Anzeige',
    },
    { id: 'c-weg', kind: 'removed', breaking: true, title: 'Alte Ansicht', action: 'Stellen Sie um.' },
    {
      id: 'c-alt',
      kind: 'deprecated',
      title: 'Alter Drucker',
      removal: '2027-01-01',
      replacement: 'Der neue Drucker.',
      links: [{ title: 'Drucker vergleichen', url: 'https://example.org/drucker' }],
    },
  ],
  knownIssues: [
    {
      id: 'k-licht',
      title: 'Die Anzeige flackert',
      text: 'Nur bei Kälte.',
      affects: 'Märkte im Freien',
      workaround: 'Heizen.',
      fixedIn: '2.3.0',
    },
  ],
  components: [{ name: 'Bonsoft', from: '1.0', to: '2.0', notes: 'Mit neuer Schrift.' }],
  audience: {
    include: [{ text: 'Wer einen Stand hat', reason: 'Dort wird kassiert.' }],
    exclude: [{ text: 'Wer im Netz verkauft', reason: 'Dort gibt es keinen Drucker.' }],
  },
  waves: [
    { name: 'Wochenmärkte', state: 'running', share: 25 },
    { name: 'Hallen', state: 'planned' },
  ],
  maintenance: [
    {
      id: 'w-nacht',
      start: '2026-06-02T01:00:00+02:00',
      end: '2026-06-02T02:00:00+02:00',
      zone: 'Europe/Berlin',
      impact: 'Keine Zahlung möglich.',
      affected: ['Kartenzahlung'],
    },
  ],
  faq: [{ question: 'Kostet das etwas?', answer: 'Nein.' }],
  materials: [{ title: 'Kurzer Film', url: 'https://example.org/film' }],
  extras: [{ key: 'ausblick', heading: 'Ausblick', text: 'Es geht weiter.' }],
});

const withdrawn = ReleaseSchema.parse({
  id: 'zurueck',
  title: 'Rabatte an der Kasse',
  product: 'kiosk',
  version: '2.0.1',
  status: 'yanked',
  reason: 'Falsch gerechnet.',
  released: '2026-03-09',
  changes: [{ id: 'c-rabatt', kind: 'added', title: 'Rabatte eingeben' }],
});

const later = ReleaseSchema.parse({
  id: 'spaeter',
  title: 'Inventur',
  product: 'kiosk',
  status: 'delayed',
  reason: 'Die Waage fehlt noch.',
  horizon: 'next',
  expected: '2027-Q1',
  summary: 'Zählen, was da ist.',
});

const printing = ReleaseSchema.parse({
  id: 'bondruck',
  title: 'Bons ohne Rand',
  product: 'kiosk',
  version: '1.9.0',
  status: 'released',
  released: '2025-12-01',
  changes: [{ id: 'c-rand', kind: 'fixed', title: 'Der Rand ist weg', text: 'Auch auf schmalem Papier.' }],
});
