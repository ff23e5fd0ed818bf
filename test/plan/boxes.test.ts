import { describe, expect, test } from 'vitest';
import { parseMarkdown, renderMarkdown } from '../../src/plan/markdown.ts';
import { keepPublicPart } from '../../src/plan/public-part.ts';

const keep = (markdown: string) => {
  const { nodes, hidden } = keepPublicPart(parseMarkdown(markdown).children);
  return { kept: renderMarkdown(nodes), hidden };
};

describe('boxes', () => {
  test.each([
    [':::internal\n\na\n\n:::', 4],
    ['{panel:title=Internal only|bgColor=#fff}\n\na\n\n{panel:x}\n\n{panel}\n\n{panel}', 5],
    ['{info:title=Internal}\na\n{info}', 1],
    ['{excerpt:hidden=true}a{excerpt}', 1],
    [':::hidden\na\n:::', 1],
    ['::: comment\na\n:::', 1],
    ['::: {.hidden}\na\n:::', 1],
    ['::: {.content-hidden}\na\n:::', 1],
    ['::: note {.hidden}\na\n:::', 1],
    [':::tip title="Internal"\na\n:::', 1],
    [':::tip (internal)\na\n:::', 1],
    ['!!! note inline "Internal"\n    a', 1],
    ['{{#if internal}}\n\n{{#if x}}\n\n{{/if}}\n\na\n\n{{/if}}', 5],
    [':::info{title="Internal"}\na\n:::', 1],
    [':::info {.a .Internal-b}\na\n:::', 1],
    [':::internal\na\n:::', 1],
    [':::internal\n\na\n\n::::note\n\nb\n\n::::\n\nc\n\n:::', 7],
    ['::: {.internal}\n\na\n\n:::', 3],
    [':::+note[Internal]\n\na\n\n:::  ', 3],
    ['/// internal\n\na\n\n///', 3],
    ['/// note | Internal\n\n/// tip\n\n///\n\na\n\n///', 5],
    ['!!! internal "x"\n\n    a\n\n    b', 2],
    ['??? note "Internal"\n\n    a', 2],
    ['{% hint style="internal" %}\n\na\n\n{% endhint %}', 3],
    ['{% if internal %}\n\n{% if x %}\n\n{% endif %}\n\na\n\n{%- endif %}', 5],
    ['{{< internal >}}\n\na\n\n{{< /internal >}}', 3],
    ['{{% internal-note %}}\n\na\n\n{{% / internal-note %}}', 3],
    ['b\n:::internal\na\n:::', 1],
    [':::note\n:::internal\n\na\n\n:::\n\n:::', 4],
    ['::::internal\n\nsee :::note\n\na :::\n\n:: note\n\n::::', 5],
    [':::  {.internal}\n\n:::tip\n\n:::\n\na\n\n:::', 5],
    [':::[Internal]\n\n:::[tip]\n\n:::\n\na\n\n:::', 5],
    ['///internal\n\nsee ///note\n\na ///\n\n// note\n\n///tip\n\n///\n\n////  ', 7],
    ['{%internal%}\n\na\n\n{%endinternal%}', 3],
    ['{{%internal%}}\n\na\n\n{{%/internal%}}', 3],
    ['{% box internal %}{% box %}\n\na\n\n{% endbox %}\n\nb\n\n{% endbox %}', 5],
    ['{% box internal %}\n\n{% box %}\n\na\n\n{% endbox %}{% endbox %}', 4],
    ['{% x %}{% box\tinternal %} {% boxes %}\n\na {% endboxes %}\n\n{% endbox %}', 3],
  ])('are hidden to their end: %j', (box) => {
    const { kept, hidden } = keep(`First.\n\n${box}\n\nLast.`);
    expect(kept).toBe('First.\n\nLast.');
    expect(hidden.length).toBe(parseMarkdown(box).children.length);
  });

  test('end, and another may begin', () => {
    const box = (sign: string) => `${sign}internal\n\na\n\n${sign}tip\n\n${sign}\n\n${sign}`;
    const boxes = [':::', '///'].flatMap((sign) => [box(sign), 'Kept.', box(sign), 'Kept.', box(sign)]);
    expect(keep(boxes.join('\n\n')).kept).toBe('Kept.\n\nKept.\n\nKept.\n\nKept.');
  });

  test('that never end take the rest with them', () => {
    expect(keep('First.\n\n:::internal\n\na\n\nLast.').kept).toBe('First.');
    expect(keep('First.\n\n{% if internal %}\n\n{% endfor %}\n\nLast.').kept).toBe('First.');
  });

  test.each([
    ':::note\n\na\n\n:::',
    ':::internally\n\na',
    '::internal x',
    ':::note {.x-internal}\na\n:::',
    ':::note {.internals}\na\n:::',
    ':::note internal\na\n:::'.replace('note internal', 'note of internal'),
    ':::hiddenness\na\n:::',
    ':::tip title="Internals"\na\n:::',
    ':::tip title="All internal"\na\n:::',
    '{{#if internally}}',
    ':::note hidden\na\n:::',
    '//internal x',
    '/// note\n\na\n\n///',
    '!! internal x',
    '!!! note\n\n    a',
    '{% hint style="info" %}',
    '{% hint style="internally" %}',
    '{{ internal.name }}',
    '{ internal.name }',
    'a :::internal',
    '```\n:::internal\n```',
    '## {% x internal %}',
    '{% a %}, internal, {% b %}',
  ])('that say nothing of it are kept: %j', (box) => {
    expect(keep(`First.\n\n${box}\n\nLast.`).hidden).toEqual([]);
  });

  test('that are indented end before what is not, and before code of a language', () => {
    expect(keep('!!! internal\n\n    a\n\nLast.\n\n    code').kept).toBe('Last.\n\n```\ncode\n```');
    expect(keep('!!! internal\n\n```js\ncode\n```').kept).toBe('```js\ncode\n```');
  });
});
