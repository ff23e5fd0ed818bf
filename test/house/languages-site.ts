import {
  renderInitiative,
  renderInitiativeTranslation,
  renderRelease,
  renderReleaseTranslation,
} from '../../src/documents/public/record-file.ts';
import { ReleaseSchema } from '../../src/release/release.ts';

/** A site in German with Arabic and Japanese below a path: one release in all three, one in German and Japanese, one in German alone. */
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
    'releases/_initiatives/offline.yaml': renderInitiative({
      id: 'offline',
      title: 'Kassieren ohne Netz',
      horizon: 'now',
      problem: 'Fällt das Netz aus, steht die Schlange.',
      outcome: 'Wer bezahlen will, kann bezahlen.',
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
  - { id: kiosk, name: Kasse }
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

const printing = ReleaseSchema.parse({
  id: 'bondruck',
  title: 'Bons ohne Rand',
  product: 'kiosk',
  version: '1.9.0',
  status: 'released',
  released: '2025-12-01',
  changes: [{ id: 'c-rand', kind: 'fixed', title: 'Der Rand ist weg', text: 'Auch auf schmalem Papier.' }],
});
