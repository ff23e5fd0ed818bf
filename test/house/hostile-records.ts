import { renderInitiative, renderRelease } from '../../src/documents/public/record-file.ts';
import { InitiativeSchema, ReleaseSchema, WebAddressSchema } from '../../src/release/release.ts';
import { kinds } from '../../src/release/vocabulary.ts';

/**
 * Record files in which every text is hostile, whatever door it came through.
 * @param payloads are laid out one after the other, in text after text
 * @param everywhere true to have each of them in every text, with one release a payload
 */
export function hostileSite(payloads: readonly string[], everywhere: boolean): Record<string, string> {
  const count = everywhere ? payloads.length : Math.ceil(payloads.length / TEXTS) + 1;
  let next = 0;
  const files = Array.from({ length: count }, (_, index) => {
    const take = () => (everywhere ? payloads[index] : payloads[next++ % payloads.length]) ?? '';
    return [`releases/till/r-${index}.yaml`, renderRelease(hostileRelease(index, take))] as const;
  });
  const items = Array.from({ length: 5 }, (_, index) => {
    const take = () => payloads[next++ % payloads.length] ?? '';
    return [
      `releases/_initiatives/i-${index}.yaml`,
      renderInitiative(hostileInitiative(index, take)),
    ] as const;
  });
  return Object.fromEntries([...files, ...items]);
}

/** How many texts a release has. */
const TEXTS = 53;

function hostileRelease(index: number, take: () => string) {
  const line = () => take().replace(/\s+/g, ' ').trim().slice(0, 990) || 'x';
  const text = () => `Before ${take()} behind.\n\n${take()}\n\nAfter.`;
  const url = () =>
    [`https://x.example/?${line()}`, 'https://x.example/'].find(
      (each) => WebAddressSchema.safeParse(each).success,
    ) ?? '';
  const link = () => ({ title: line(), url: url() });
  const isComing = index % 9 === 0;
  return ReleaseSchema.parse({
    id: `r-${index}`,
    title: line(),
    product: 'till',
    version: `${index + 1}.0.0`,
    channel: line(),
    status: isComing ? 'delayed' : index % 7 === 0 ? 'yanked' : 'released',
    reason: text(),
    ...(isComing ? { expected: '2027-01', horizon: 'next' } : { released: '2026-05-07' }),
    edited: { on: '2026-06-01', note: text() },
    summary: text(),
    upgrade: [{ text: text(), who: line(), link: link() }],
    highlights: text(),
    changes: kinds.map((kind, at) => ({
      id: `c-${index}-${at}`,
      kind,
      title: line(),
      text: text(),
      ...(at === 0 && {
        breaking: true,
        purpose: text(),
        component: line(),
        action: text(),
        removal: line(),
        replacement: text(),
        links: [link()],
      }),
    })),
    knownIssues: [{ id: `k-${index}`, title: line(), text: text(), affects: line(), workaround: text() }],
    components: [{ name: line(), kind: line(), from: line(), to: line(), notes: text() }],
    downloads: [{ file: line(), url: url() }],
    audience: {
      include: [{ text: line(), reason: text(), regions: [line()], channels: [line()], tiers: [line()] }],
      exclude: [{ text: line(), reason: text() }],
    },
    waves: [{ name: line(), state: 'running', share: 5, regions: [line()] }],
    maintenance: [
      {
        id: `m-${index}`,
        start: '2026-12-01T00:00:00Z',
        end: '2026-12-01T01:00:00Z',
        zone: 'Europe/Berlin',
        impact: text(),
        affected: [line()],
      },
    ],
    faq: [{ question: line(), answer: text() }],
    materials: [link()],
    extras: [{ key: 'overview', heading: line(), text: text() }],
  });
}

function hostileInitiative(index: number, take: () => string) {
  const line = take().replace(/\s+/g, ' ').trim().slice(0, 990);
  return InitiativeSchema.parse({
    id: `i-${index}`,
    title: line || 'x',
    horizon: 'now',
    problem: take(),
    outcome: take(),
    text: take(),
    product: 'till',
  });
}
