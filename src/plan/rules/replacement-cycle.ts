import type { Plan, PlanChange } from '../plan.ts';
import type { Rule } from './rule.ts';

export const replacementCycle: Rule = {
  code: 'RP072',
  name: 'Replacements that last',
  severity: 'warning',
  what: 'What replaces something deprecated is not on its way out itself with what it replaces as its replacement.',
  why: 'Readers follow replacements. A ring of them leads nowhere.',
  source: 'product',
  fix: 'Name the replacement that stays.',
  check(plan, { plans }) {
    return (plan.values.deprecations ?? []).flatMap((change) => {
      const ring = ringFrom(change, plan.fields.product, goingsOf(plans));
      if (!ring) return [];
      const way = [change, ...ring].map(({ title }) => `“${title}”`).join(' → ');
      return [
        { text: `Unexpected ring of replacements ${way}, expected one that stays`, place: change.place },
      ];
    });
  },
  examples: {
    ok: [
      '---\ntitle: T\nid: t\nproduct: till\n---\n\n## Deprecations\n\n- Old reports\n  - Replacement: Use the new reports\n',
      '---\ntitle: T\nid: t\nproduct: till\n---\n\n## Deprecations\n\n- The method `heading()`\n  - Replacement: The method heading, without brackets\n',
      {
        plan: '---\ntitle: T\nid: t\nproduct: till\n---\n\n## Deprecations\n\n- Reports 1\n  - Replacement: Reports 2\n',
        others: [
          '---\ntitle: S\nid: s\nproduct: till\n---\n\n## Deprecations\n\n- Reports 2\n  - Replacement: Reports 3\n',
        ],
      },
    ],
    notOk: [
      '---\ntitle: T\nid: t\nproduct: till\n---\n\n## Deprecations\n\n- Reports\n  - Replacement: The section Reports\n',
      {
        plan: '---\ntitle: T\nid: t\nproduct: till\n---\n\n## Deprecations\n\n- Reports 1\n  - Replacement: Use Reports 2.\n',
        others: [
          '---\ntitle: S\nid: s\nproduct: till\n---\n\n## Deprecations\n\n- Reports 2\n  - Replacement: Go back to reports 1\n',
        ],
      },
    ],
  },
};

type Going = Pick<PlanChange, 'title' | 'replacement'>;
/** What goes, by product and title: rules are asked of every plan, and all plans are looked through once. */
type Goings = ReadonlyMap<string, readonly Going[]>;

const known = new WeakMap<readonly Plan[], Goings>();

function goingsOf(plans: readonly Plan[]): Goings {
  const goings = known.get(plans) ?? collectGoings(plans);
  known.set(plans, goings);
  return goings;
}

function collectGoings(plans: readonly Plan[]): Goings {
  const all = plans.flatMap(({ fields, values }) =>
    [...(values.deprecations ?? []), ...(values.removals ?? [])].map((going) => ({
      key: keyOf(fields.product, wordsOf(going.title)),
      going,
    })),
  );
  const groups = Map.groupBy(all, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ going }) => going)]));
}

/** The way along replacements from a change back to it, without its first step; `undefined` where there is none. */
function ringFrom(start: Going, product: string | undefined, goings: Goings): Going[] | undefined {
  const goal = keyOf(product, wordsOf(start.title));
  const seen = new Set<string>();
  const follow = (from: Going): Going[] | undefined => {
    for (const key of keysIn(from.replacement, product)) {
      const [next] = goings.get(key) ?? [];
      if (!next || seen.has(key)) continue;
      if (key === goal) return [next];
      seen.add(key);
      for (const each of goings.get(key) ?? []) {
        const rest = follow(each);
        if (rest) return [each, ...rest];
      }
    }
    return undefined;
  };
  return follow(start);
}

/** Words. */
const LONGEST_TITLE = 12;

/** The keys of every run of words that may be a title: a replacement is a sentence that names one. */
function keysIn(replacement = '', product: string | undefined): string[] {
  const words = wordsOf(replacement);
  return words.flatMap((_, from) => {
    let key = keyOf(product, []);
    return words.slice(from, from + LONGEST_TITLE).map((word) => (key += ` ${word}`));
  });
}

function keyOf(product: string | undefined, words: readonly string[]): string {
  return [product, ...words].join(' ');
}

/** A function is another thing than the property of its name. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{Letter}\p{Number}]+(?:\(\))?/gu) ?? []
  );
}
