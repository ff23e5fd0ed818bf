import { type Field, fields } from '../../src/plan/fields.ts';
import { type Section, sections } from '../../src/plan/sections.ts';
import { readTexts } from '../../src/publish/hidden-texts.ts';
import { notes, notesInside, parts } from '../publish/hiding-places.ts';

/** Words that must never be public: one for each place, so that a leak says where it came from. */
export interface Canaries {
  next: (place: string) => string;
  placed: Map<string, string>;
}

export function createCanaries(start = 'zqx'): Canaries {
  const placed = new Map<string, string>();
  return {
    placed,
    next(place) {
      const word = `${start}${(placed.size + 1).toString(36).padStart(3, '0')}kanari`;
      placed.set(word, place);
      return word;
    },
  };
}

/**
 * A public plan with something in every public section, and a canary in every internal field, section and note.
 * @param isBare leaves out what need not stand there
 */
export function renderCanaryPlan(canaries: Canaries, isBare = false): string {
  const { next } = canaries;
  const secretFields = (fields as readonly Field[])
    .filter((field) => field.audience === 'never')
    .map(
      (field) =>
        `${field.key}: ${field.form === 'lines' ? `[${next(`field ${field.key}`)}]` : next(`field ${field.key}`)}`,
    );
  const secretSections = (sections as readonly Section[])
    .filter((section) => section.audience !== 'public')
    .map((section) => renderSecretSection(section, next));
  return `---
title: A public title
id: canary-plan
product: till
version: "1.0.0"
status: rolling out
released: 2026-05-07
target: 2031-07-19
visibility: public
${isBare ? '' : secretFields.join('\n')}
someKeyOfOurs: ${next('unknown front matter key')}
${next('name of a front matter key')}: 1
# ${next('comment in the front matter')}
---

${next('text above the title')}

# A public title

${next('text below the title')}

## Summary

A public summary. <!-- ${next('comment')} -->

> Internal: ${next('internal quote')}
>
> - ${next('list in an internal quote')}

> 🔒 ${next('locked quote')}

> **[!internal]** ${next('internal alert')}

${hide({ ...notes, ...notesInside }, next).join('\n\n')}

<details>
<summary>Internal: ${next('title of a toggle')}</summary>

${next('content of a toggle')}

</details>

<!--
${next('comment of several lines')}
-->

${hide(parts, next)
  .map((text) => `## Summary\n\n${text}`)
  .join('\n\n')}

## Ѕummary

${next('heading with a letter that looks alike')}

## Our own heading

${next('unknown section')}

### Deeper

${next('below an unknown section')}

## Included features

- **A public change.** With a public text.
  - Component: Booking
  - Epic: ${next('epic')}
  - Story: ${next('story')}
  - Stories: ${next('stories')}
  - Impact: ${next('impact')}
  - Urgency: ${next('urgency')}
  - Priority: ${next('priority')}
  - Points: ${next('points')}
  - Owner: ${next('owner of a change')}

  > Internal: ${next('internal quote in a change')}
- Another public change <!-- ${next('comment in a title')} -->

[unused]: https://example.com/${next('unused link')} "${next('title of an unused link')}"

## Bug fixes

| Bug | Text | Story | Points | Customer who complained |
| --- | --- | --- | --- | --- |
| A public fix | It works again. | ${next('story in a table')} | ${next('points in a table')} | ${next('unknown column')} |

## Known issues

- **A public issue.** It is slow.
  - Workaround: Wait.
  - Ticket: ${next('ticket of an issue')}
  - Severity: ${next('severity of an issue')}

## Target audience

### Inclusion criteria

- Shops in Germany
  - Regions: DE

### Segments

- ${next('segment')}

## Roll-out

- Strategy: ${next('strategy')}
- Flags: ${next('flag')}
- Rollback: ${next('way back')}

### Waves

| Wave | Who | Share | Regions | State | Start | End | Go on when | Owner |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| Beta | ${next('cohort')} | 5 % | DE | running | 2031-07-20 | 2031-07-21 | ${next('exit criterion')} | ${next('owner of a wave')} |

## Marketing materials

| Kind | Title | Address | Owner | State |
| --- | --- | --- | --- | --- |
| Guide | A public guide | https://example.com/guide | ${next('owner of a material')} | published |
| Draft | ${next('draft material')} | https://example.com/${next('address of a draft')} | x | draft |

${isBare ? '' : secretSections.join('\n\n')}

[^note]: ${next('footnote that nobody uses')}
`;
}

function renderSecretSection(section: Section, next: Canaries['next']): string {
  const word = (form: string) => next(`${form} in ${section.heading}`);
  const whole = (sections as readonly Section[]).find((each) => each.key === section.partOf);
  return `${whole ? `## ${whole.heading}\n\n` : ''}## ${section.heading}

- **${word('title')}.** ${word('bullet')}
  - Goal: ${word('label')}

| ${word('column')} | Role | State |
| --- | --- | --- |
| ${word('cell')} | ${word('cell')} | ${word('cell')} |

### ${word('sub-heading')}

${word('paragraph')} [${word('link text')}](https://example.com/${word('address')})

\`\`\`
${word('code')}
\`\`\``;
}

/** The places where notes are hidden, each with a canary; what never ends would hide the rest of the plan. */
function hide(places: Record<string, string>, next: Canaries['next']): string[] {
  return Object.entries(places)
    .filter(([name]) => !name.endsWith('without an end'))
    .map(([name, text], index) => nameReferences(text.replaceAll('kanari', next(name)), index));
}

/** Footnotes and definitions of several places have names of their own. */
function nameReferences(text: string, index: number): string {
  return text.replaceAll('[^1]', `[^n${index}]`).replace(/\[([gx])\](?!\()/g, `[$1${index}]`);
}

/** Every canary that stands in a tree of files, in any of the forms that it may hide in; with the files. */
export function findCanaries(tree: ReadonlyMap<string, Uint8Array>, canaries: Canaries): string[] {
  const hits: string[] = [];
  for (const [path, bytes] of tree) {
    const text = [path, ...readTexts(bytes, () => true)].join('\n').toLowerCase();
    for (const [word, place] of canaries.placed) {
      // Search indexes keep the beginnings of words.
      if (text.includes(word) || text.includes(word.slice(0, -1))) hits.push(`${place} → ${path}`);
    }
  }
  return hits;
}
