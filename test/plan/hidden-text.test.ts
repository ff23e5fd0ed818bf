import { describe, expect, test } from 'vitest';
import { decodeReferences, isUnseen, saysInternal } from '../../src/plan/hidden-elements.ts';
import { withoutInternalNotes } from '../../src/plan/internal-notes.ts';
import { parseMarkdown, plainText, renderMarkdown } from '../../src/plan/markdown.ts';

const visible = (markdown: string) => {
  const { body, unclosed } = withoutInternalNotes(parseMarkdown(markdown));
  return {
    kept: renderMarkdown(body.children).replaceAll('\\', ''),
    unclosed: unclosed.map(({ what, place }) => `${what} ${place?.line}:${place?.column}`),
  };
};

/** The words that remain, without tags. */
const words = (markdown: string) =>
  withoutInternalNotes(parseMarkdown(markdown))
    .body.children.map((block) => plainText(block))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('comments', () => {
  test.each([
    ['<!--', '-->'],
    ['{/*', '*/}'],
    ['%%', '%%'],
    ['{>>', '<<}'],
    ['{--', '--}'],
    ['{#', '#}'],
    ['{{/*', '*/}}'],
    ['{{!--', '--}}'],
    ['{{< comment >}}', '{{< / comment >}}'],
    ['{{%comment%}}', '{{%/comment%}}'],
    ['{{% comment %}}', '{{% /comment %}}'],
    ['<! --', '-->'],
    ['<!—', '—>'],
    ['<!–', '–>'],
    ['<!-', '->'],
    ['<%--', '--%>'],
    ['<%#', '%>'],
    ['{{!', '}}'],
    ['{%comment%}', '{%endcomment%}'],
    ['{%- comment "why" -%}', '{%-  endcomment -%}'],
    ['{{--', '--}}'],
    ['{% #', '%}'],
    ['{%- #', '-%}'],
    ['<#--', '-->'],
    ['{{- /*', '*/ -}}'],
    ['{ /*', '*/ }'],
    ['{::comment}', '{:/comment}'],
    ['{::comment}', '{:/}'],
  ])('between %s and %s are hidden, over blocks too', (start, end) => {
    expect(words(`a ${start} b ${end} c`)).toBe('a c');
    expect(words(`a\n\n${start}\n\nb\n\n- b\n\n${end}\n\nc`)).toBe('a c');
    expect(words(`a ${start}\n\nb ${end} c ${start} d ${end} e`)).toBe('a c e');
    // In code it is an example.
    expect(words(`a \`${start} b ${end}\` c`)).toBe(`a ${start} b ${end} c`.replace(/\s+/g, ' '));
  });

  test.each([
    ['<!--internal-->', '<!--/internal-->'],
    ['<!--  Begin: Internal  -->', '<!--  End: Internal  -->'],
    ['<!-- start_internal -->', '<!-- end_internal -->'],
    ['<!-- internal - start -->', '<!-- internal - end -->'],
    ['<!-- internal only -->', '<!-- / internal only -->'],
    ['<!-- internal-note -->', '<!-- /internal-note -->'],
    ['<!-- internal notes: begin -->', '<!-- internal notes: end -->'],
  ])('%s and %s hide what stands between them', (start, end) => {
    expect(visible(`a\n\n${start}\n\nb\n\n${end}\n\nc`)).toEqual({ kept: 'a\n\nc', unclosed: [] });
    expect(words(`a ${start}b${end} c`)).toBe('a c');
    expect(words(`a\n\n${start}\n\nb`)).toBe('a');
    expect(visible(`a\n\n${end}\n\nb`)).toEqual({ kept: 'a\n\nb', unclosed: [] });
  });

  test.each(['<!-- internal links -->', '<!-- not internal -->', '<!-- internals -->'])(
    '%s hides nothing behind it',
    (html) => {
      expect(words(`a\n\n${html}\n\nb`)).toBe('a b');
    },
  );

  test('are none in an attribute', () => {
    const text = 'a\n\n<p title="<!-- a">\n\nb';
    expect(visible(text)).toEqual({ kept: text, unclosed: [] });
  });

  test('begin behind a letter, and are a mark alone in code', () => {
    expect(words('a{>> b <<} c')).toBe('a c');
    expect(words('a `%%` b `%%` c `<!--` d `-->` e `<div x` f')).toBe('a %% b %% c <!-- d --> e <div x f');
    expect(words('a {%comment%} b {%  endcomment  %} c')).toBe('a c');
    expect(words('a {{<  comment  >}} b {{<  /  comment  >}} c')).toBe('a c');
    expect(words('<aside>\n\n![Internal](x.png) a\n\n</aside>\n\nb')).toBe('b');
    expect(words('<div hidden>\n\n![](x.png)\n\n![a](x.png)\n\n</div>\n\nb')).toBe('b');
    expect(visible('a\n\n<div hidden title="\n\nb\n\nc').kept).toBe('a');
  });

  test.each([
    ['another end', 'a {/* b %} c', 'a {/* b %} c'],
    ['an end alone', 'a *\\/} b --} c <<} d #} e', 'a */} b --} c <<} d #} e'],
    ['per cent', '100%% a, 50%% b', '100%% a, 50%% b'],
    ['per cent of per cent', '5%%% a %%% b', '5%%% a %%% b'],
    ['arrows and dashes', 'a -> b –> c —> d %> e }} f --%> g', 'a -> b –> c —> d %> e }} f --%> g'],
    ['a declaration', 'a <! b -> c', 'a <! b -> c'],
    ['a number in braces', '{#12} a #} b', '{#12} a #} b'],
    ['braces with more', 'a {comment} b {/comment} c', 'a {comment} b {/comment} c'],
    ['words that begin alike', '{% comments %} a {% endcomments %}', '{% comments %} a {% endcomments %}'],
    ['a mark that never ends', 'a {-- b', 'a {-- b'],
    ['one that never ends before one that does', 'a {-- b {>> c <<} d', 'a {-- b d'],
  ])('are none: %s', (_, text, kept) => {
    expect(words(text)).toBe(kept);
    expect(visible(text).unclosed).toEqual([]);
  });

  test('of one letter, of none and with dashes', () => {
    expect(words('a <!--> b --> c')).toBe('a c');
    expect(words('a <!-- b --!> c')).toBe('a c');
    expect(words('a <!----> c')).toBe('a c');
    expect(words('a <!---> b --> c')).toBe('a c');
    expect(words('a <!-- b -- b - b --- b --> c')).toBe('a c');
  });

  test('leave no paragraph where there is nothing but space between them', () => {
    const { body } = withoutInternalNotes(parseMarkdown('a\n\n{>> b <<} {>> c <<}'));
    expect(body.children).toHaveLength(1);
  });

  test('of per cent begin behind a space and end behind anything', () => {
    expect(words('a %%b%% c')).toBe('a c');
    expect(words('a %% b 5%% c %% d')).toBe('a c %% d');
  });

  test('end within the line that goes on', () => {
    expect(words('a {# b\nb #} c')).toBe('a c');
    expect(words('a {# b\n#}')).toBe('a');
    expect(words('{#\nb\n#} c')).toBe('c');
    expect(words('a {#x y#} b')).toBe('a b');
    expect(words('a {#x} b {#y}')).toBe('a {#x} b {#y}');
    expect(words('a {#x\ny#} b')).toBe('a {#x y#} b');
    expect(words('a {#x {y} #} b')).toBe('a {#x {y} #} b');
  });

  test('whose stars Markdown takes for emphasis', () => {
    for (const [start, end] of [
      ['{/*', '*/}'],
      ['{{/*', '*/}}'],
    ]) {
      expect(words(`a ${start}b${end} c`)).toBe('a c');
      expect(words(`a ${start} b ${end} c ${start}d${end} e`)).toBe('a c e');
      expect(words(`a ${start}*b*${end} c`)).toBe('a c');
    }
    expect(words('a {/`b`} c')).toBe('a {/b} c');
    expect(words('/} a')).toBe('/} a');
    expect(words('a {/ b /} c')).toBe('a {/ b /} c');
  });

  test('end where their own end stands', () => {
    expect(words('a <!-- b -> b —> b }} b --> c')).toBe('a c');
    expect(words('a <!— b -> b --> b —> c')).toBe('a c');
    expect(words('a {{! b --}} b')).toBe('a {{! b --}} b');
    expect(words('a {{!-- b }} b --}} c')).toBe('a c');
    expect(words('a {{/* b }} b */}} c')).toBe('a c');
  });

  test('that never end hide the rest, and are told', () => {
    expect(visible('a\n\nb <!-- c\n\nd')).toEqual({ kept: 'a\n\nb', unclosed: ['<!-- 3:1'] });
    expect(visible('a <!-- b --> c <!-- d')).toEqual({ kept: 'a c', unclosed: ['<!-- 1:13'] });
    expect(visible('a\n\n<div title="\n\nb\n\n')).toEqual({ kept: 'a', unclosed: ['<!-- 3:1'] });
    for (const tag of ["<div title='", '<div title= "', '<div title="b c', "<div title='b c"])
      expect(visible(`a\n\n${tag}\n\nb\n\n`).kept, tag).toBe('a');
    expect(visible('<div title="a" b\n\nc').unclosed).toEqual([]);
    const [html] = parseMarkdown('<div hidden>').children;
    delete html?.position;
    const root = { type: 'root' as const, children: html ? [html] : [] };
    expect(withoutInternalNotes(root).unclosed).toEqual([{ what: 'div', place: undefined }]);
    expect(visible('a\n\n<!-- b\n\nc -->\n\nd\n\n<!-- e\n\nf').unclosed).toEqual(['<!-- 9:1']);
  });
});

describe('elements', () => {
  test.each([
    '<details><summary>Internal</summary>',
    '<details>\n<summary>\n\nInternal\n\n</summary>',
    '<details>\n\n<summary>Why (internal)</summary>',
    '<details><summary>Risks</summary>',
    '<details><summary>R&#105;sks</summary>',
    '<details><summary><!-- x --> Internal</summary>',
    '<details><summary><b>Internal</b> x</summary>',
    '<details><summary>Internal <br> x</summary>',
    '<details class="internal">',
    '<div class="internal">',
    '<div>\n\nInternal: x',
    '<div><p>🔒 x</p>',
    '<div icon="🔒">',
    '<div icon="🔐">',
    '<div icon="&#x1F50F;">'.replace('&#x1F50F;', '🔏'),
    '<div><img src="x.png"> Internal: x',
    '<div><hr/>Internal',
    '<section><div>Internal</div>',
    '<div><p>Internal</p><p>x</p>',
    '<div><b>Internal</b> <i>x</i>',
    '<div>Internal<br>x',
    '<details><summary>Why<br>(internal)</summary>',
    '<details><summary>Why (internal)</summary>x',
    '<div><b>In</b>ternal: x',
    '<div>\n\n\\<Internal: x',
    '<div><!-- Kept --> Internal: x',
    '<div>\n\n%% Kept %% Internal: x',
    '<internal>',
    '<div hidden>',
    '<template>',
    '<div\n  hidden>',
    "<div data-x='>>' hidden>",
    '<div data-x=">" hidden>',
    '<DIV HIDDEN>',
    '<x-y hidden>',
  ])('hide what is in them: %j', (open) => {
    const name = /^<([\w:.-]+)/.exec(open)?.[1] ?? '';
    expect(words(`a\n\n${open}\n\nb\n\n</${name}>\n\nc`)).toBe('a c');
    expect(words(`a\n\n${open}\n\n<${name}>\n\nb\n\n</${name}>\n\nb\n\n</${name}>\n\nc`)).toBe('a c');
    const { kept, unclosed } = visible(`a\n\n${open}\n\nb`);
    expect(kept.replace(/\n\n<section>|<\/?\w[^]*$/, '').trim()).toBe('a');
    expect(unclosed).toEqual([
      expect.stringContaining(open.startsWith('<section') ? '3:1' : `${name.toLowerCase()} 3:1`),
    ]);
  });

  test.each([
    ['<details><summary>More</summary>', 'details'],
    ['<details>\n\nmore', 'details'],
    ['<div>', 'div'],
    ['<div>\n\nx\n\nInternal', 'div'],
    ['<div>x</div>\n<div>', 'div'],
    ['<div>\n\nWhy (internal)', 'div'],
    ['<div>\n\nRisks', 'div'],
    ['<p><br>', 'p'],
    ['<a href="/internal/">', 'a'],
    ['<!-- <div hidden> -->\n<div>', 'div'],
  ])('show it where nothing says otherwise: %j', (open, name) => {
    expect(words(`${open}\n\nb\n\n</${name}>\n\nc`)).toMatch(/b c$/);
    expect(visible(`${open}\n\nb\n\n</${name}>\n\nc`).unclosed).toEqual([]);
  });

  test('of a line belong to what stands around them, unless they are hidden', () => {
    for (const name of ['b', 'em', 'kbd', 'small', 'span', 'summary', 'var', 'a'])
      expect(words(`<${name}>\n\nInternal: a\n\n</${name}>\n\nb`), name).toBe('Internal: a b');
    expect(words('a <span hidden>b</span> c')).toBe('a c');
    expect(words('a <span class="internal">b</span> c')).toBe('a c');
    expect(words('a <b>Internal</b> c')).toBe('a Internal c');
  });

  test('that are headings hold nothing of what stands under them', () => {
    for (const level of [1, 3, 6])
      expect(words(`<h${level}>\n\nInternal\n\n</h${level}>\n\nb`)).toBe('Internal b');
    expect(words('<h7>\n\nInternal\n\n</h7>\n\nb')).toBe('b');
    expect(words('<h1x>\n\nInternal\n\n</h1x>\n\nb')).toBe('b');
    expect(words('<xh1>\n\nInternal\n\n</xh1>\n\nb')).toBe('b');
  });

  test('that hold nothing hide nothing', () => {
    expect(
      words(
        '<img hidden src="x">\n\na\n\n<br class="internal">\n\nb\n\n<input hidden>\n\n<div hidden/>\n\nc',
      ),
    ).toBe('a b c');
    expect(
      visible('<wbr hidden>\n\n<hr hidden>\n\n<area hidden>\n\n<base hidden>\n\n<col hidden>\n\na').unclosed,
    ).toEqual([]);
    for (const name of ['embed', 'link', 'meta', 'source', 'track'])
      expect(visible(`<${name} hidden>\n\na`).unclosed, name).toEqual([]);
  });

  test('that no browser shows keep their tag, so that their author is told', () => {
    expect(visible('a <script>b</script> c').kept).toBe('a <script> c');
    expect(visible('<iframe>\n\nb\n\n</iframe>\n\nc').kept).toContain('<iframe>');
    expect(visible('<div class="internal">\n\nb\n\n</div>\n\nc').kept).toBe('c');
    expect(visible('<div hidden>b</div>\n\nc').kept).toBe('<div hidden></div>\n\nc');
  });

  test('have titles of no more than a few words', () => {
    const far = '<i></i>'.repeat(30);
    expect(words(`<div>${far}Internal\n\na\n\n</div>\n\nb`)).toBe(
      'Internal a b'.replace('Internal a', 'a').replace('a b', 'a b'),
    );
  });

  test('say so by their name, a class or an attribute, not by an address', () => {
    for (const tag of [
      '<internal>',
      '<x-internal y>',
      '<div class="a internal">',
      '<div data-internal>',
      '<div INTERNAL>',
      '<div class="&#105;nternal">',
    ])
      expect(saysInternal(tag), tag).toBe(true);
    for (const tag of [
      '<internals>',
      '<div class="international">',
      '<a href="/internal">',
      '<a href = "/internal">',
      "<img src='internal.png'>",
      '<q cite=internal>',
      '<q cite=x-internal>',
      '<a href="x internal y">',
      "<a href='x internal y'>",
      '<form action="internal">',
      '<object data="internal">',
      '<div>',
    ])
      expect(saysInternal(tag), tag).toBe(false);
    expect(saysInternal('<a href=x internal>')).toBe(true);
  });

  test('are unseen by what they are', () => {
    for (const name of 'audio canvas comment datalist del dialog head iframe noembed noframes noscript object rp s script strike style svg template textarea title video'.split(
      ' ',
    ))
      expect(isUnseen({ name, text: `<${name}>` }), name).toBe(true);
    expect(isUnseen({ name: 'p', text: '<p hidden' })).toBe(true);
    for (const name of ['div', 'details', 'p', ''])
      expect(isUnseen({ name, text: `<${name}>` }), name).toBe(false);
  });

  test.each([
    'hidden',
    'HIDDEN',
    'hidden="hidden"',
    "a='b'hidden",
    'a="b"hidden=x',
    'a/hidden',
    'hidden/',
    '"hidden"',
    "'hidden'",
    'style="display:none"',
    'style="display : none"',
    'style="DISPLAY: NONE"',
    'style="display&#58;none"',
    'style="visibility:hidden"',
    'style="visibility: collapse"',
    'style="visibility :hidden"',
    'style="opacity:0"',
    'style="opacity: 0.0"',
    'style="opacity : .00"',
    'style="opacity:0;x:1"',
    'style="font-size:0"',
    'style="font-size : 0px"',
    'style="font-size: 0.0em"',
    'style="color:white"',
    'style="color : transparent"',
    'color="white"',
    'color=white',
    "color='#fff'",
    'style="color:#ffffff"',
    'style="color: rgb(255,255,255)"',
    'style="color:rgba( 255 255 255 / 1)"',
    'style="color: rgba(1,2,3,0)"',
    'style="color: rgba(1 2 3 0)"',
    'style="color: rgb(255, 255, 255)"',
    'style="color: rgba(1 2 3 .0)"',
    'style="color: rgba(1,2,3,0.00)"',
    'style="content-visibility:hidden"',
    'style="opacity:0%"',
    'style="filter: opacity(0)"',
    'style="transform:scale( 0 )"',
    'style="font:0/0 a"',
    'style="font : 0px a"',
    'style="height:0"',
    'style="max-height : 0;overflow:hidden"',
    'style="width:0px"',
    'style="left:-9999px"',
    'style="top : -100vh"',
    'style="text-indent:-999em"',
    'style="margin-left:-999em"',
    'style="clip:rect(0,0,0,0)"',
    'style="clip-path : inset(50%)"',
    'style="color:#fff0"',
    'style="color:#12345600"',
    'style="color:rgb(100%, 100%, 100%)"',
    'style="color:hsl(0 0% 100%)"',
    'style="color:hsla(0,0%,50%,0)"',
    'style="color:rgb(1 2 3 / 0)"',
    'style="color:hsl(1 2 3/0%)"',
    'style="display:/**/none"',
    'style="dis/* a\n b */play:none"',
    'style="dis\\70lay:none"',
    'style="dis\\000070 lay:none"',
    'style="\\ffffff;\\44 isplay:none"',
  ])('are unseen by %s', (attribute) => {
    expect(isUnseen({ name: 'p', text: `<p ${attribute}>` })).toBe(true);
  });

  test.each([
    'data-hidden',
    'hiddenness',
    'class=unhidden',
    'style="display:nonet"'.replace('nonet', 'block'),
    'style="visibility:visible"',
    'style="opacity:0.5"',
    'style="opacity:0.05"',
    'style="opacity:1"',
    'style="opacity:10"',
    'style="font-size:0.5em"',
    'style="font-size:10px"',
    'style="font-size:0.05em"',
    'style="background-color:white"',
    'style="color:whitesmoke"',
    'style="color:#fffff0"',
    'style="color:#ffff"',
    'style="color: rgb(255,255,0)"',
    'style="color: rgba(1,2,3,0.5)"',
    'style="color: rgba(0,0,0,1)"',
    'style="color:red"',
    'style="opacity:50%"',
    'style="transform:scale(0.5)"',
    'style="font:10px a"',
    'style="line-height:0"',
    'style="height:0.5em"',
    'style="width:10px"',
    'style="left:-10px"',
    'style="padding-left:-100px"',
    'style="text-indent:100px"',
    'style="clip:auto"',
    'style="color:#fff1"',
    'style="color:#123450"',
    'style="color:hsl(0 0% 50%)"',
    'style="color:rgb(0 0 0)"',
    'style="color:rgb(1 2 3 / 0.5)"',
    'style="dis\\ play:none"',
    'style="dis/* a */x/* b */play:none"',
    'colorwhite',
  ])('are seen with %s', (attribute) => {
    expect(isUnseen({ name: 'p', text: `<p ${attribute}>` })).toBe(false);
  });

  test('may be written in references', () => {
    expect(decodeReferences('&#105;&#x69;&#X49;&amp;&eacute; & &; &#; &x y&')).toBe('iiI&é & &; &#; &x y&');
    expect(decodeReferences('&frac12;')).toBe('½');
  });
});
