import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { parseWithMaths } from '../../src/plan/maths.ts';
import { parseBody } from '../../src/sources/parse-body.ts';
import { splitText } from '../../src/sources/split-text.ts';
import { runs } from '../long.ts';

const reference = remark().use(remarkGfm).freeze();

/** Headings, what reaches beyond its own block, and what merely seems to. */
const HEADINGS = ['\n\n## A\n\n', '\n\n## B\n\n', '\n\n# C\n', '\n\n### D `e`\n\n'];
const PIECES = [
  ...HEADINGS,
  ...['\n\n## A\n\n', '\n\n## B\n\n', '\n\n# C\n', '\n\n### D `e`\n\n', '\n## E\n', '\n\n  ## F\n\n', '## G'],
  ...[
    '\n',
    '\n\n',
    ' ',
    '\n  ',
    '\n    ',
    '\n\n  ',
    '\n\n    ',
    'word',
    'x y',
    '\n---\n',
    '\n===\n',
    '\n \n',
  ],
  ...[
    '\n- a\n',
    '\n  - b\n',
    '\n1. c\n',
    '\n- [ ] d\n',
    '\n* **e.** f\n',
    '\n> g\n',
    '\n> ## q\n',
    '\n>\n',
    '\n- ',
  ],
  ...[
    '```\n',
    '\n```\n',
    '\n```json\n',
    '\n  ```\n',
    '\n   ```ts\n',
    '\n    ```\n',
    '\n~~~\n',
    '\n````\n',
    '```',
    '\n- ```\n',
  ],
  ...[
    '\n\n```json\n{ "a": 1 }\n```\n\n',
    '\n\n  ```\n  ## no\n\n  x\n  ```\n',
    '\n```\n\n## no\n\n```\n',
    '`a\nb`',
    '`c`',
  ],
  ...['\n| a | b |\n| --- | --- |\n| c | d |\n', '\n  | a |\n  | - |\n', '|', '\n| e'],
  ...[
    '<b>',
    '\n<div>\n',
    '</div>',
    '\n<details>\n\n',
    '<!-- c -->',
    '\n\n<!-- d e -->\n\n',
    '<!--',
    '-->',
    '\n<pre>\n',
    '</pre>',
    '<?',
    '?>',
  ],
  ...[
    '[a]',
    '\n[a]: https://a.b\n',
    '[^1]',
    '\n[^1]: note\n',
    '[b](https://c.d)',
    '\n[c]:\nhttps://x.y\n',
    ']:',
    'https://e.f',
    'www.g.h',
  ],
  ...['$x$', '\n$$\ny\n$$\n', '$$', '$5', '*a', '**b', '_c_', '~~d~~', '&amp;', '\\', '\t', 'é', '😀'],
];

const texts = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...HEADINGS) },
    { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  ),
  { minLength: 2, maxLength: 16 },
);

test('what is read in parts is read as the whole, to the last column', () => {
  let parted = 0;
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('');
      if (splitText(text).length === 1) return;
      parted++;
      const whole = parseWithMaths(text, (markdown) => reference.parse(markdown));
      expect(bare(parseBody(text))).toEqual(bare(whole));
    }),
    { numRuns: runs(4_000, 300_000) },
  );
  expect(parted).toBeGreaterThan(300);
});

test('parts put together are the text, and know where they stand', () => {
  const text = 'a\n\n## B\n\n```\n## no\n```\n\n\n# C\n';
  const parts = splitText(text);
  expect(parts.map((part) => part.text)).toEqual(['a\n\n', '## B\n\n```\n## no\n```\n\n\n', '# C\n']);
  expect(parts.map(({ lines }) => lines)).toEqual([0, 2, 9]);
  expect(parts.every((part) => text.slice(part.length).startsWith(part.text))).toBe(true);
});

/** Everything but the extent of the whole, of which nothing is told. */
function bare(root: Root): unknown {
  return root.children.map(bareNode);
}

function bareNode(node: Nodes): unknown {
  const { position, ...rest } = node;
  const told = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined);
  const at = position && [position.start.line, position.start.column, position.end.line, position.end.column];
  return {
    ...Object.fromEntries(told),
    at: at?.join(':'),
    ...('children' in node && { children: node.children.map(bareNode) }),
  };
}
