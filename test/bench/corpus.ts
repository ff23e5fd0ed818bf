import type { Change, Release } from '../../src/release/release.ts';
import type { Kind } from '../../src/release/vocabulary.ts';
import { createProse, type Prose } from './prose.ts';

export interface Shape {
  releases: number;
  products: number;
  /** From … to, for each release. */
  changes: readonly [number, number];
  /** Days over which the releases came out. */
  days: number;
}

/** What builds are measured with: as people have it, and as nobody hopes to have it. */
export const shapes = {
  usual: (releases: number): Shape => ({ releases, products: 6, changes: [3, 9], days: releases * 0.7 }),
  'many changes': (releases: number): Shape => ({ releases, products: 3, changes: [500, 500], days: 900 }),
  'many products': (releases: number): Shape => ({ releases, products: 60, changes: [3, 9], days: 1500 }),
  'one month': (releases: number): Shape => ({ releases, products: 2, changes: [3, 9], days: 28 }),
} as const;

/** Records of a made-up company, the same every time: 1.5 to 3 kB of Markdown in a usual release. */
export function makeReleases({ releases, products, changes, days }: Shape): Release[] {
  const lines = new Map<number, number>();
  return Array.from({ length: releases }, (_, index): Release => {
    const prose = createProse(index + 1);
    const product = index % products;
    const nth = lines.get(product) ?? 0;
    lines.set(product, nth + 1);
    const day = new Date(LAST_DAY - Math.floor(((releases - 1 - index) * days) / releases) * DAY);
    const isComing = index >= releases - Math.min(20, Math.floor(releases / 50));
    const isRolling = !isComing && index >= releases - 60 && prose.chance(0.2);
    const version = versionOf(nth);
    return {
      id: `r-${index}`,
      title: prose.title(),
      product: `product-${product}`,
      version,
      status: isComing ? 'planned' : isRolling ? 'rolling out' : statusOf(prose),
      ...(isComing ? { horizon: prose.pick(['now', 'next', 'later'] as const) } : { released: isoDay(day) }),
      summary: prose.sentences(2),
      ...(prose.chance(0.1) && { highlights: prose.text() }),
      ...(prose.chance(0.1) && { upgrade: [{ text: prose.sentences(1) }, { text: prose.text() }] }),
      changes: makeChanges(prose, index, prose.number(...changes)),
      ...(prose.chance(0.15) && { knownIssues: [makeIssue(prose, index, version, versionOf(nth + 2))] }),
      ...(prose.chance(0.1) && { components: [{ name: 'Gateway', from: versionOf(nth - 1), to: version }] }),
      ...(isRolling && {
        waves: WAVES,
        audience: { regions: ['DE', 'SE'], include: [{ text: prose.title() }] },
      }),
      ...(prose.chance(0.02) && { maintenance: [makeWindow(index, day)] }),
      ...(prose.chance(0.1) && { faq: [{ question: `${prose.title()}?`, answer: prose.text() }] }),
    };
  });
}

const DAY = 86_400_000;
const LAST_DAY = Date.UTC(2026, 10, 20);
const WAVES: Release['waves'] = [
  { name: 'Volunteers', state: 'done', share: 5 },
  { name: 'Europe', state: 'running', share: 40, regions: ['DE', 'SE'] },
];

function versionOf(nth: number): string {
  const number = Math.max(0, nth);
  return `${1 + Math.floor(number / 100)}.${Math.floor(number / 5) % 20}.${number % 5}`;
}

function statusOf(prose: Prose): Release['status'] {
  return prose.chance(0.01) ? 'yanked' : 'released';
}

function makeChanges(prose: Prose, release: number, count: number): Change[] {
  return Array.from({ length: count }, (_, place): Change => {
    const kind = prose.pick(KINDS);
    return {
      id: `c-${release}-${place}`,
      kind,
      title: prose.title(),
      ...(prose.chance(0.7) && { text: prose.text() }),
      ...(prose.chance(0.2) && { component: prose.pick(['Booking', 'Billing', 'Maps', 'Login']) }),
      ...(prose.chance(0.03) && { breaking: true as const, action: prose.sentences(1) }),
      ...(kind === 'deprecated' && { removal: '2027-Q2', replacement: prose.sentences(1) }),
    };
  });
}

const KINDS: readonly Kind[] = [
  ...Array.from({ length: 8 }, () => 'fixed' as const),
  ...Array.from({ length: 5 }, () => 'changed' as const),
  ...Array.from({ length: 5 }, () => 'added' as const),
  'security',
  'deprecated',
  'removed',
];

function makeIssue(prose: Prose, release: number, version: string, later: string) {
  return {
    id: `i-${release}`,
    title: prose.title(),
    text: prose.sentences(1),
    workaround: prose.sentences(1),
    discoveredIn: version,
    ...(prose.chance(0.9) && { fixedIn: later }),
  };
}

function makeWindow(release: number, day: Date) {
  const at = (hour: number) => new Date(day.getTime() + hour * 3_600_000).toISOString();
  return { id: `w-${release}`, start: at(2), end: at(4), zone: 'Europe/Berlin' };
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
