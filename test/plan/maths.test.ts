import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { parseWithMaths } from '../../src/plan/maths.ts';
import { plainText, renderMarkdown } from '../../src/plan/markdown.ts';

const markdown = remark().use(remarkGfm).freeze();
const spelt = (text: string) =>
  renderMarkdown(parseWithMaths(text, (source) => markdown.parse(source)).children);

describe('what an author writes between dollars', () => {
  it.each([
    ['Energy is $E = mc^2$, they say.', 'Energy is $`E = mc^2`$, they say.'],
    ['$a*b*c$ and $x_1 + y_1$', '$`a*b*c`$ and $`x_1 + y_1`$'],
    [
      String.raw`The set $\{1, \dots, n\}$.`,
      String.raw`The set $` + '`' + String.raw`\{1, \dots, n\}` + '`$.',
    ],
    ['Already $`a < b`$ here', 'Already $`a < b`$ here'],
    ['On one line: $$ x + y $$', 'On one line: $`x + y`$'],
    ['($n$-th)', '($`n`$-th)'],
    ['**$x$** and [$y$](https://example.com/)', '**$`x`$** and [$`y`$](https://example.com/)'],
    ['$$\n\\int_0^1 x\n=\n2\n$$', '```math\n\\int_0^1 x\n=\n2\n```'],
    ['Before\n$$\nx\n$$\nafter', 'Before\n\n```math\nx\n```\n\nafter'],
    ['- item\n  $$\n  x\n  $$', '- item\n  ```math\n  x\n  ```'],
    ['> $$\n> x\n> $$', '> ```math\n> x\n> ```'],
  ])('is a formula: %s', (source, expected) => {
    expect(spelt(source)).toBe(expected);
    expect(spelt(spelt(source))).toBe(expected);
  });

  it.each([
    'It costs $5 and $10.',
    'From $5-$10, or $5/$10.',
    'Between $5 to 10$ a month',
    'US$5 or CA$ 6, 5$ and 6$',
    'Set $HOME and $PATH, or $HOME/$USER',
    'A lone $ here, and $ there $',
    'Code `$x$` and `a$` and `$b`',
    '```sh\n$$\necho $x$\n$$\n```',
    'See https://example.com/$a$ there',
  ])('is money, a name or code: %s', (source) => {
    const words = parseWithMaths(source, (text) => markdown.parse(text));
    expect(plainText(words)).toBe(plainText(markdown.parse(source)));
    expect(spelt(spelt(source))).toBe(spelt(source));
  });

  it('is a word where a backslash says so, and stays one', () => {
    expect(spelt(String.raw`\$x\$ and \$y$`)).not.toContain('`');
    expect(spelt(spelt(String.raw`\$x\$`))).toBe(spelt(String.raw`\$x\$`));
  });

  it('takes no time that grows faster than the text', () => {
    const started = performance.now();
    for (const part of ['$a ', '$', '$$', '$a$ ', '\\$', '$$\n', '$x\\'])
      parseWithMaths(part.repeat(5_000), () => ({ type: 'root', children: [] }));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
