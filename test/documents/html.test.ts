import { describe, expect, test } from 'vitest';
import { renderHtml, renderInlineHtml } from '../../src/documents/public/html.ts';

describe('renderHtml', () => {
  test('puts headings below the page, without skipping a level', () => {
    const levels = (markdown: string, headingBase?: number) =>
      [...renderHtml(markdown, { headingBase }).matchAll(/<h(\d)>/g)].map((match) => Number(match[1]));
    expect(levels('# a\n\n## b\n\n# c')).toEqual([4, 5, 4]);
    expect(levels('### a\n\n###### b\n\n## c\n\n### d', 3)).toEqual([3, 4, 3, 4]);
    expect(levels('# a\n\n## b\n\n### c\n\n#### d')).toEqual([4, 5, 6, 6]);
  });

  test('puts site addresses below the base, and makes all absolute for a page elsewhere', () => {
    const markdown = '[a](/x/) [b](#y) [c](z) ![d](/m/d.png)';
    expect(renderHtml(markdown, { base: '/updates/' })).toBe(
      '<p><a href="/updates/x/">a</a> <a href="#y">b</a> <a href="z">c</a> ' +
        '<img src="/updates/m/d.png" alt="d" loading="lazy" decoding="async"></p>',
    );
    const page = 'https://example.com/updates/releases/1/';
    expect(renderHtml(markdown, { base: 'https://example.com/updates/', page })).toBe(
      '<p><a href="https://example.com/updates/x/" rel="noopener">a</a> ' +
        `<a href="${page}#y" rel="noopener">b</a> <a href="${page}z" rel="noopener">c</a> ` +
        '<img src="https://example.com/updates/m/d.png" alt="d" loading="lazy" decoding="async"></p>',
    );
  });

  test('never loads an image from another host', () => {
    const html = renderHtml(
      '![a](https://x.y/a.png) ![b](//x.y/b.png) ![](../../d.png) [![e](http://x.y/e.png)](https://x.y)',
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('<a href="https://x.y/a.png" rel="noopener">a</a>');
    expect(html).toContain('<a href="https://x.y" rel="noopener">e</a>');
  });

  test('shows HTML as it was typed, drops comments, breaks lines at <br>', () => {
    expect(renderHtml('A `List<T>` is a List<String>.')).toBe(
      '<p>A <code>List&lt;T></code> is a List&lt;String>.</p>',
    );
    expect(renderHtml('a<br>b <!-- secret\nmore --> c\n\n<!-- secret -->\n\n<div>\n<!-- secret -->\nx')).toBe(
      '<p>a<br>b  c</p>\n<p>&lt;div>\n\nx</p>',
    );
    expect(renderHtml('a <!-- never closed')).not.toContain('<!--');
  });

  test('gives footnotes of two texts different ids, and every reference its target', () => {
    const markdown = 'a[^n] b[^n]\n\n[^n]: note';
    const html = renderHtml(markdown, { idPrefix: 'c1-' }) + renderHtml(markdown, { idPrefix: 'c2-' });
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(8);
    for (const [, target] of html.matchAll(/(?:href="#|aria-describedby=")([^"]+)"/g))
      expect(ids).toContain(target);
  });

  test('draws formulas as MathML, and keeps as code what cannot be drawn as it is meant, and all of them in feeds', () => {
    expect(renderHtml('Area $`\\pi r^2`$.')).toBe(
      '<p>Area <math><mrow><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup></mrow></math>.</p>',
    );
    expect(renderInlineHtml('Now in $`O(n)`$')).toMatch(/^Now in <math>.*<\/math>$/);
    const alone = /^<div class="maths" role="group" tabindex="0" aria-label="[^"]+"><math display="block">/;
    expect(renderHtml('$`x`$')).toMatch(alone);
    expect(renderHtml('```math\nx\n```')).toMatch(alone);
    for (const source of [
      '\\unknown{x}',
      '\\cancel{x}',
      '\\href{https://x.y}{x}',
      '{'.repeat(900),
      'x '.repeat(1500).trim(),
    ])
      expect(renderHtml(`a $\`${source}\`$`)).toBe(`<p>a <code>${source}</code></p>`);
    const page = 'https://example.com/';
    expect(renderHtml('a $`x^2`$', { page })).toBe('<p>a <code>x^2</code></p>');
    expect(renderHtml('$5 and $`a', {})).not.toContain('<math');
  });

  test('sets nothing of a formula far away from it', () => {
    const drawn = (tex: string) => renderHtml(`$\`${tex}\`$`);
    expect(drawn('\\raisebox{-9999em}{x}')).toContain('<mpadded><');
    expect(drawn('\\hspace{9999em}')).toContain('<mspace></mspace>');
    expect(drawn('\\hspace{1.5em}')).toContain('<mspace width="1.5em">');
  });

  test('turns no writing around behind a text', () => {
    expect(renderHtml('a \u202Eb\u202D c')).toBe('<p>a b c</p>');
    expect(renderInlineHtml('\u2067a\u2066b\u2069 c')).toBe('a\u2066b\u2069 c');
    expect(renderInlineHtml('a\u2069 \u2067b\u2069')).toBe('a\u2069 \u2067b\u2069');
    expect(renderInlineHtml('\u200Fa\u061C می\u200Cخواهم')).toBe('\u200Fa\u061C می\u200Cخواهم');
  });

  test.each([
    ['1.00', '12,000.00', true],
    ['−5 %', '1 200,5 %', true],
    ['€3', '12', true],
    ['', '7', true],
    ['1.2.3', '4.5.6', false],
    ['2026-05-07', '3', false],
    ['12 ms', 'soon', false],
  ])('ends a column of %j and %j where its numbers end: %j', (first, second, is) => {
    const html = renderHtml(`| a | b |\n| - | - |\n| x | ${first} |\n| y | ${second} |`);
    expect(html.match(/<(?:th|td) class="align-right">/g) ?? []).toHaveLength(is ? 3 : 0);
    expect(html).not.toMatch(/class="align-right">[axy]/);
  });

  test('puts a table into a group that scrolls, is focusable and has a name', () => {
    const html = renderHtml('| Plan | Price |\n| :- | -: |\n| a | 1 |');
    expect(html).toMatch(
      /^<div class="table" role="group" tabindex="0" aria-label="Table: Plan, Price"><table>/,
    );
    expect(html).toContain('<th class="align-right">Price</th>');
    expect(html).not.toMatch(/style=|align="/);
  });

  test('names the state of a task, and keeps code as classes', () => {
    expect(renderHtml('- [x] a')).toContain('<input type="checkbox" checked disabled aria-label="done">');
    expect(renderHtml('```ts\na < b\n```')).toBe(
      '<pre tabindex="0"><code class="language-ts">a &lt; b\n</code></pre>',
    );
  });

  test.each([
    ['quotes', '>'.repeat(5_000)],
    ['lists', '- '.repeat(5_000)],
    ['images in images', '!['.repeat(5_000) + '](a)'.repeat(5_000)],
    ['lists below lists', Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['emphasis', '**a'.repeat(2_000) + 'b**'.repeat(2_000)],
    ['a table of pipes', `${'|'.repeat(5_000)}\n${'|-'.repeat(5_000)}\n|a`],
    ['formulas', '$`x^2`$ '.repeat(2_000)],
    ['nested fractions', `$\`${'\\frac1{'.repeat(250)}x${'}'.repeat(250)}\`$`],
    ['definitions', `$\`\\def\\a{xxxxxxxxxx}\\def\\b{${'\\a'.repeat(50)}}${'\\b'.repeat(50)}\`$`],
  ])('is done with thousands of %s in two seconds', (_, markdown) => {
    const start = performance.now();
    expect(renderHtml(markdown)).toMatch(/^</);
    expect(renderInlineHtml(markdown)).not.toMatch(/^$/);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

describe('renderInlineHtml', () => {
  test('gives phrasing content alone', () => {
    expect(renderInlineHtml('Rename `a` to **b**')).toBe('Rename <code>a</code> to <strong>b</strong>');
    expect(renderInlineHtml('')).toBe('');
  });

  test.each([
    '1. place',
    '# 1',
    '- 5 °C',
    '+ 1',
    '> 3 riders',
    '---',
    '=== x',
    '    indented',
    '[^1]: note',
    '| a |',
    '[ ] task',
  ])('reads no block in %j', (title) => {
    const html = renderInlineHtml(title);
    expect(html.replaceAll('&lt;', '<')).toBe(title.trim());
  });

  test('joins lines with a space', () => {
    expect(renderInlineHtml('a\n\nb  \nc<br>d')).toBe('a b c d');
  });

  test('has no links where it stands in one, and never an image', () => {
    expect(renderInlineHtml('See [docs](https://x.y) ![pic](/a.png) https://x.y', { links: false })).toBe(
      'See docs pic https://x.y',
    );
  });
});

describe('what texts hold beside words', () => {
  test('code keeps its every letter, with the tokens of its language as classes and never a style', () => {
    const code = 'const a = "<b>"; // done\n';
    const html = renderHtml(`\`\`\`ts\n${code}\`\`\``);
    expect(html).toContain('<span class="tok-keyword">const</span>');
    expect(html).toContain('<span class="tok-string">"&lt;b>"</span>');
    expect(html).toContain('<span class="tok-comment">// done</span>');
    expect(html).not.toContain('style=');
    expect(html.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<')).toBe(code);
    expect(renderHtml('```who-knows\nconst\n```')).not.toContain('<span');
  });

  test('code in a feed stays plain, for no style comes with it', () => {
    expect(renderHtml('```ts\nconst a = 1;\n```', { page: 'https://example.com/x/' })).not.toContain('<span');
  });

  test('an alert is a box that says its kind; a quote stays a quote', () => {
    expect(renderHtml('> [!WARNING]\n> Save **first**.\n>\n> Then update.')).toBe(
      '<div class="callout callout-warning" role="note"><p class="callout-title">Warning</p><p>Save <strong>first</strong>.</p>\n<p>Then update.</p>\n</div>',
    );
    expect(renderHtml('> [!WHATEVER]\n> x')).toContain('<blockquote>');
    expect(renderHtml('> [!NOTE] in a sentence')).toContain('<blockquote>');
  });

  test('an image with a title, alone in its paragraph, is a figure with a caption', () => {
    expect(renderHtml('![A map](/m.png "Where the bays are")')).toBe(
      '<figure><img src="/m.png" alt="A map" loading="lazy" decoding="async"><figcaption>Where the bays are</figcaption></figure>',
    );
    expect(renderHtml('See ![A map](/m.png "Where")')).not.toContain('<figure');
  });

  test('an image of each scheme is seen in its own, and only the light one in a feed', () => {
    const markdown = '![a](/a.png#light) ![a](/b.png#dark)';
    expect(renderHtml(markdown)).toMatch(
      /src="\/a\.png"[^>]* class="only-light".*src="\/b\.png"[^>]* class="only-dark"/,
    );
    const feed = renderHtml(markdown, { page: 'https://example.com/x/', base: 'https://example.com/' });
    expect(feed).toContain('https://example.com/a.png');
    expect(feed).not.toContain('b.png');
  });

  test('a film of this site plays here, one of another host is a link', () => {
    expect(renderHtml('![How it works](/how.mp4)')).toContain(
      '<video src="/how.mp4" controls loading="lazy" preload="metadata" aria-label="How it works"></video>',
    );
    expect(renderHtml('![How](https://x.y/how.mp4)')).toContain(
      '<a href="https://x.y/how.mp4" rel="noopener" class="video-link">How</a>',
    );
  });
});

test('a film waits for its reader behind a picture of its name, and has a caption', () => {
  const sizeOf = (address: string) => (address === '/how.jpg' ? { width: 640, height: 360 } : undefined);
  expect(renderHtml('![How](/how.mp4 "In a minute")', { sizeOf, base: '/updates/' })).toBe(
    '<figure><video src="/updates/how.mp4" controls loading="lazy" preload="none" poster="/updates/how.jpg" width="640" height="360" aria-label="How"></video><figcaption>In a minute</figcaption></figure>',
  );
});

test('an image whose size is known has it, so that nothing moves when it comes', () => {
  const sizeOf = (address: string) => (address === '/m.png' ? { width: 640, height: 360 } : undefined);
  expect(renderHtml('![a](/m.png#light)', { sizeOf, base: '/updates/' })).toMatch(
    /src="\/updates\/m\.png"[^>]* width="640" height="360"/,
  );
  expect(renderHtml('![a](/n.png)', { sizeOf })).not.toContain('width');
});
