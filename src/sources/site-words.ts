import type { VFile } from 'vfile';
import { pluralForms } from '../languages/plural.ts';
import { stringNames } from '../languages/string-names.ts';
import type { RawMap } from '../plan/document.ts';
import { report } from '../plan/message.ts';
import { nearest } from '../plan/nearest.ts';
import type { Site } from '../release/site.ts';
import { placeOf } from './raw-fields.ts';

/** Tells of words in `site.yaml` that no reader would ever see, and of languages that Slipway has no words in. */
export function checkSiteWords(file: VFile, raw: RawMap, site: Site): void {
  const names = stringNames();
  checkStrings(['strings'], site.strings);
  for (const [tag, language] of Object.entries(site.languages)) {
    checkStrings(['languages', tag, 'strings'], language.strings);
    for (const key of ['products', 'themes'] as const) {
      const ids = site[key].map(({ id }) => id);
      for (const id of Object.keys(language[key])) {
        const path = ['languages', tag, key, id];
        if (!ids.includes(id)) reportUnknown(path, `setting \`${path.join('.')}\``, nearest(id, ids), ids);
      }
    }
  }
  for (const tag of [site.locale, ...Object.keys(site.languages)]) checkLanguage(tag);

  function checkStrings(path: string[], strings: Record<string, string>): void {
    for (const name of Object.keys(strings)) {
      if (names.includes(name)) continue;
      // Two sentences of one group are often as long as each other: what tells them apart stands behind the last dot.
      const group = name.slice(0, name.lastIndexOf('.') + 1);
      const others = group ? names.filter((each) => each.startsWith(group)) : [];
      const last = nearest(
        name.slice(group.length),
        others.map((each) => each.slice(group.length)),
      );
      const guess = others.length === 0 ? nearest(name, names) : last && group + last;
      reportUnknown([...path, name], `sentence \`${name}\` in \`${path.join('.')}\``, guess, others);
    }
  }

  function reportUnknown(path: string[], what: string, guess: string | undefined, others: string[]): void {
    report(file, {
      code: 'RP122',
      severity: 'error',
      text: `Unknown ${what}${guess ? `; did you mean \`${guess}\`?` : ''}`,
      place: placeOf(raw, path),
      hint: guess || others.length === 0 ? undefined : `There are ${list(others)}.`,
    });
  }

  function checkLanguage(tag: string): void {
    const { language } = new Intl.Locale(tag);
    if (language in pluralForms) return;
    const path = tag === site.locale ? ['locale'] : ['languages', tag];
    report(file, {
      code: 'RP122',
      severity: 'warning',
      text: `Slipway has no words of its own in \`${tag}\`: its English ones will stand between yours`,
      place: placeOf(raw, path),
      hint: `It speaks ${list(Object.keys(pluralForms))}. Say its sentences in your words under \`strings\`, or add a table in \`src/languages/\`.`,
    });
  }
}

/** The first of them, so that a sentence stays one. */
export function list(names: readonly string[]): string {
  const first = names.slice(0, MOST_NAMED).map((name) => `\`${name}\``);
  return names.length > MOST_NAMED ? `${first.join(', ')} and others` : first.join(', ');
}

const MOST_NAMED = 12;
