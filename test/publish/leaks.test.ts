import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { unpackBrotli } from '../../src/publish/unpack.ts';
import { openLeakSearch } from '../../src/publish/leaks.ts';
import { collectSecrets, type PlanText, type Secrets } from '../../src/publish/secret-words.ts';

const plan: PlanText = {
  path: 'plans/till.md',
  text: `---
title: Book a table
owner: chef@kitchen.example.com
---

## Summary

Guests can book a table from your own page.

## Risks

- The supplier of the calendar may go bankrupt before spring
- Nobody cancels in time
- See TILL-120, and the key q7h2m9x4k1p0
- Das Café Müller schließt im März für immer

## Included features

- **Book ahead.** Up to two weeks, in steps of a quarter of an hour.
`,
  internalLines: new Set([12, 13, 14, 15]),
};

const record = `title: Book a table
summary: Guests can book a table from your own page.
changes:
  - title: Book ahead
    text: Up to two weeks, in steps of a quarter of an hour.`;

let secrets: Secrets;
beforeEach(() => {
  secrets = collectSecrets([plan], [record], []);
});

const findLeaks = (known: Secrets, bytes: Uint8Array, name: string) => openLeakSearch(known)(bytes, name);
const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? Buffer.from(text) : text);
const linesOf = (text: string | Uint8Array, name = '') =>
  findLeaks(secrets, bytesOf(text), name).map((leak) => `${leak.path}:${leak.line}`);

const secret = 'Nobody cancels in time';
const base64 = (text: string | Uint8Array) => Buffer.from(bytesOf(text)).toString('base64');
const each = (text: string, write: (code: string) => string) =>
  [...text].map((letter) => write(letter.codePointAt(0)?.toString(16) ?? '')).join('');

const chunk = (type: string, data: string | Uint8Array) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytesOf(data).length);
  return Buffer.concat([length, Buffer.from(type), bytesOf(data), Buffer.alloc(4)]);
};
const png = (...chunks: Uint8Array[]) =>
  Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    ...chunks,
    chunk('IDAT', deflateSync(Buffer.alloc(99, 7))),
    chunk('IEND', ''),
  ]);
const segment = (marker: number, data: string | Uint8Array) => {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(bytesOf(data).length + 2, 2);
  return Buffer.concat([head, bytesOf(data)]);
};
const scan = (pixels: string | Uint8Array) => Buffer.concat([segment(0xda, ''), bytesOf(pixels)]);
const jpeg = (...segments: Uint8Array[]) =>
  Buffer.concat([Buffer.of(0xff, 0xd8), ...segments, scan(Buffer.of(1, 2, 3)), Buffer.of(0xff, 0xd9)]);
const webpChunk = (type: string, data: string | Uint8Array) => {
  const bytes = bytesOf(data);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from(type), size, bytes, Buffer.alloc(bytes.length % 2)]);
};
const webp = (...chunks: Uint8Array[]) => Buffer.concat([Buffer.from('RIFF....WEBP'), ...chunks]);
const packedText = (text: string | Uint8Array) =>
  chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(text)]));
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

const bytesAs = (write: (byte: number) => string) => Array.from(Buffer.from(secret), write).join('');
const bitsOf = (byte: number) => byte.toString(2).padStart(8, '0');
const archive = (name: string, text: string, extra = '') => {
  const head = Buffer.alloc(30);
  head.write('PK\u0003\u0004');
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, Buffer.from(name + extra), deflateRawSync(text)]);
};

const planted: [name: string, text: string | Uint8Array, line?: number][] = [
  ['as text', '<p>The supplier of the calendar may go bankrupt before spring</p>', 12],
  ['in part', 'note: the calendar may go bankrupt, they say', 12],
  ['with markup between', '<p>The supplier of the <b>calendar may</b> go bankrupt before spring</p>', 12],
  ['with markup inside of words', 'No<b>body</b> can<wbr>cels in ti<i>me</i>'],
  ['with markup for spaces', 'Nobody<br>cancels<br/>in<p class="x">time'],
  ['with markup in entities inside of words', 'No&lt;b&gt;body cancels in ti&lt;/b&gt;me'],
  ['in capitals', 'THE SUPPLIER OF THE CALENDAR', 12],
  ['wrapped', 'Nobody\n   cancels\r\n\tin time'],
  ['with hard spaces', 'Nobody\u00A0cancels\u202Fin\u2003time'],
  ['with soft hyphens', 'No\u00ADbody can\u00ADcels in time'],
  ['with characters of no width', 'Nobo\u200Bdy cancels i\u2060n t\uFEFFime'],
  ['in full width', 'Ｎｏｂｏｄｙ ｃａｎｃｅｌｓ ｉｎ ｔｉｍｅ'],
  ['in mathematical letters', '𝐍𝐨𝐛𝐨𝐝𝐲 𝐜𝐚𝐧𝐜𝐞𝐥𝐬 𝐢𝐧 𝐭𝐢𝐦𝐞'],
  ['with ligatures', 'Das Café Müller schlieﬆ im März'.replace('schlieﬆ', 'schließt'), 15],
  ['composed', 'Das Café Müller schließt im'.normalize('NFC'), 15],
  ['decomposed', 'Das Café Müller schließt im'.normalize('NFD'), 15],
  ['without accents', 'Das Cafe Muller schließt im', 15],
  ['in stems', 'nobodi cancel in time'.replace('nobodi', 'nobody')],
  ['in other endings', 'Nobody canceling in times'],
  ['in an attribute', '<img alt="Nobody cancels in time">'],
  ['in a comment', '<!-- Nobody cancels in time -->'],
  ['in a script', '<script>let x = "Nobody cancels in time";</script>'],
  ['in a style', '<style>a::before{content:"Nobody cancels in time"}</style>'],
  ['in a data attribute of JSON', '<a data-x="{&quot;t&quot;:&quot;Nobody cancels in time&quot;}">'],
  ['as JSON', JSON.stringify({ x: secret })],
  ['as JSON in JSON', JSON.stringify(JSON.stringify({ x: 'Nobody\ncancels\tin time' }))],
  ['with entities', 'Nobody&#x20;cancels&#32;in&nbsp;time'],
  ['with entities that do not end', 'Nobody&#32cancels&#x20in&#32time'],
  ['with characters that do not exist', 'Nobody&#x110000;cancels&#9999999;in time'],
  ['all in entities', each(secret, (code) => `&#x${code};`)],
  ['all in decimal entities', each(secret, (code) => `&#${Number.parseInt(code, 16)};`)],
  ['with entities in entities', 'Nobody&amp;#x20;cancels&amp;nbsp;in time'],
  ['with entities of letters', 'Das Caf&eacute; M&uuml;ller schlie&#223;t im', 15],
  ['with entities that nobody sees', 'No&shy;body cancels in time'],
  ['with JSON escapes', '"Nobody\\u0020cancels\\nin time"'],
  ['all in JSON escapes', each(secret, (code) => `\\u${code.padStart(4, '0')}`)],
  ['with escapes of escapes', '"Nobody\\\\u0020cancels\\\\nin time"'],
  ['all in escapes of escapes', each(secret, (code) => `\\\\u${code.padStart(4, '0')}`)],
  ['all in escapes of escapes of bytes', each(secret, (code) => `\\\\x${code}`)],
  ['all in escapes of escapes of code points', each(secret, (code) => `\\\\u{${code}}`)],
  ['in escapes of bytes', each(secret, (code) => `\\x${code}`)],
  ['in escapes of code points', each(secret, (code) => `\\u{${code}}`)],
  ['in escapes of style sheets', each(secret, (code) => `\\${code.padStart(6, '0')}`)],
  ['in an address', '/search/?q=nobody%20cancels%20in%20time'],
  ['in an address, all of it', each(secret, (code) => `%${code}`)],
  ['in an address in an address', '?u=%2Fq%3Dnobody%2520cancels%2520in%2520time'],
  ['in an address with pluses', '?q=nobody+cancels+in+time'],
  ['in an address with letters of two bytes', `?q=${encodeURIComponent('Café Müller schließt im März')}`, 15],
  ['in a slug', '/releases/nobody-cancels-in-time/'],
  ['in a name with underscores', 'nobody_cancels_in_time.yaml'],
  ['as it stands in mails', 'Nobody=20canc=\nels=20in=20time'],
  ['as it stands in mails, with other ends of lines', 'Nobody canc=\r\nels in time'],
  [
    'as it stands in mails, with letters of two bytes',
    'Caf=C3=A9 M=C3=BCller schlie=C3=9Ft im M=C3=A4rz',
    15,
  ],
  ['as base64', base64(secret)],
  ['as base64 from the second byte', base64(`.${secret}`)],
  ['as base64 from the third byte', base64(`..${secret}`)],
  ['as base64 behind other letters', `x${base64(secret)}`],
  ['as base64 behind two letters', `ab${base64(secret)}`],
  ['as base64 behind three letters', `abc${base64(secret)}`],
  ['as base64 for addresses', Buffer.from(`${secret}???>>>`).toString('base64url')],
  ...['\n', '\r\n', ' \n    '].map((end): [string, string] => [
    `as base64 in lines that end with ${JSON.stringify(end)}`,
    `${base64('.'.repeat(45) + secret).slice(0, 64)}${end}${base64('.'.repeat(45) + secret).slice(64)}`,
  ]),
  ['as base64 in base64', base64(base64(secret))],
  ['in a data address', `<img src="data:image/svg+xml;base64,${base64(`<svg><!-- ${secret} --></svg>`)}">`],
  ['in a source map', JSON.stringify({ sourcesContent: [`// ${secret}`] })],
  ['in hex', Buffer.from(secret).toString('hex')],
  ['in hex between lines of words', `key\n${Buffer.from(secret).toString('hex')}\nend`],
  [
    'in hex between lines of words and of base64',
    `${'A'.repeat(64)}\nBBBB\nkey\n${Buffer.from(secret).toString('hex')}\nend`,
  ],
  ['in gzip', gzipSync(secret)],
  ['in gzip in gzip', gzipSync(gzipSync(secret))],
  ['in gzip in base64', gzipSync(secret).toString('base64')],
  ['in zlib', deflateSync(secret)],
  ['in zlib, at once', deflateSync(secret, { level: 1 })],
  ['in zlib, with some effort', deflateSync(secret, { level: 5 })],
  ['in zlib, with all effort', deflateSync(secret, { level: 9 })],
  ['in brotli', unpackBrotli(brotliCompressSync(`${'Public words. '.repeat(99)}${secret}`))],
  ['in UTF-16', Buffer.from(`\uFEFF${secret}`, 'utf16le')],
  ['in UTF-16, the other way', utf16be(`\uFEFF${secret}`)],
  ['in a text of a PNG', png(chunk('tEXt', `Comment\0${secret}`))],
  ['in a compressed text of a PNG', png(packedText(secret))],
  ['in a part of a PNG that is nothing but compressed', png(chunk('prIv', deflateSync(secret)))],
  ['in a PNG in base64', png(packedText(secret)).toString('base64')],
  [
    'in XMP of a PNG',
    png(chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta><dc:title>${secret}</dc:title></x:xmpmeta>`)),
  ],
  ['behind the end of a PNG', Buffer.concat([png(), Buffer.from(secret)])],
  ['in EXIF of a JPEG', jpeg(segment(0xe1, `Exif\0\0II*\0....${secret}\0`))],
  [
    'in a Windows comment of a JPEG',
    jpeg(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(secret, 'utf16le')]))),
  ],
  ['in a comment of a JPEG', jpeg(segment(0xfe, secret))],
  ['behind the end of a JPEG', Buffer.concat([jpeg(), Buffer.from(secret)])],
  [
    'in a JPEG that is no more one',
    Buffer.concat([Buffer.of(0xff, 0xd8), segment(0xfe, 'x'), Buffer.from(`${secret}.`)]),
  ],
  ['between the scans of a JPEG', jpeg(scan(Buffer.of(9, 0xff, 0, 0xff, 0xd7)), segment(0xfe, secret))],
  ['in XMP of a WebP', webp(webpChunk('XMP ', `<x>${secret}</x>`))],
  [
    'in XMP of a WebP behind a part of odd length',
    webp(webpChunk('VP8X', 'odd'), webpChunk('XMP ', `${secret}.`), webpChunk('EXIF', 'xx')),
  ],
  ['in an SVG', `<svg><metadata>${secret}</metadata></svg>`],
  ['in tags', each(secret, (code) => String.fromCodePoint(0xe0000 + Number.parseInt(code, 16)))],
  ['in variation selectors', bytesAs((byte) => String.fromCodePoint(0xe0100 + byte - 16))],
  [
    'in bits of no width',
    bytesAs((byte) => bitsOf(byte).replaceAll('0', '\u200C').replaceAll('1', '\u200B')),
  ],
  ['backwards, and turned by a mark', `\u202E${[...secret].toReversed().join('')}\u202C`],
  ['with letters apart', [...secret].join(' ')],
  ['with letters apart, among words', `note: ${[...secret].join(' ')}, they say`],
  ['with letters in elements', [...secret].map((letter) => `<i>${letter}</i>`).join('')],
  ['in one word with humps', 'nobodyCancelsInTime'],
  ['in one word with humps, behind another', 'setTimeForAllGuests(nobodyCancelsInTime)'],
  ['with dots', 'nobody.cancels.in.time'],
  ['as numbers', bytesAs((byte) => `${byte},`)],
  ['as numbers with spaces', bytesAs((byte) => `${byte}, `)],
  ['in octal escapes', each(secret, (code) => `\\${Number.parseInt(code, 16).toString(8).padStart(3, '0')}`)],
  ['in hex with spaces', bytesAs((byte) => `${byte.toString(16)} `)],
  ['in hex with a sign', bytesAs((byte) => `0x${byte.toString(16)}, `)],
  ['in hex with colons', bytesAs((byte) => `${byte.toString(16)}:`)],
  ['in short escapes of style sheets', each(secret, (code) => `\\${code} `)],
  ['as base32', 'JZXWE33EPEQGGYLOMNSWY4ZANFXCA5DJNVSQ'],
  ['in a raw stream in base64', deflateRawSync(secret).toString('base64')],
  ['in an archive', archive('a.txt', secret)],
  ['in an archive, behind another file', Buffer.concat([archive('x', 'y'), archive('a.txt', secret)])],
  ['in an archive, with more about it', archive('a.txt', secret, 'xx')],
  ['in a name in an archive', archive(`${secret}.txt`, 'x')],
  ['in strings that are added', `"Nob" + "ody can" + 'cels in ' + "time"`],
  ['in strings that are added without spaces', `"Nob"+"ody can"  +\n  'cels in '+"time"`],
  ['with Cyrillic letters', 'Nоbоdу саnсеls іn tіmе'],
  ['with spaces that are letters', 'Nobody\u3164cancels\u3164in\u3164time'],
  ['in the title of a PDF', `%PDF-1.4\n1 0 obj<</Title(${secret})>>endobj`],
  [
    'in a comment of a GIF',
    Buffer.concat([Buffer.from('GIF89a\0\0\0\0\0\0\0!\u00FE', 'latin1'), Buffer.from(secret)]),
  ],
  [
    'in what an MP4 says of itself',
    Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0udta\0'), Buffer.from(secret)]),
  ],
  ['as an e-mail address', '<a href="mailto:Chef@kitchen.example.com">', 3],
  ['as an e-mail address with a soft hyphen', 'che\u00ADf@kitchen.example.com', 3],
  ['as an e-mail address with escapes', 'chef\\@kitchen\\.example\\.com', 3],
  ['as an e-mail address with an entity', 'chef&commat;kitchen.example.com', 3],
  ['as an e-mail address in entities', each('chef@kitchen.example.com', (code) => `&#x${code};`), 3],
  ['as a ticket', 'fixes till-120', 14],
  ['as a ticket with an escape', 'till\\-120', 14],
  ['as a ticket with a hyphen by name', 'till&hyphen;120', 14],
  ['as a ticket with a dash by name', 'till&dash;120', 14],
  ['as a code', 'data-x="Q7H2M9X4K1P0"', 14],
  ['as a code with a soft hyphen', 'q7h2\u00ADm9x4k1p0', 14],
];

describe(`internal words in what was built: ${planted.length} of them`, () => {
  test.each(planted)('%s are found, with their line', (_, text, line = 13) => {
    expect(linesOf(text)).toEqual([`plans/till.md:${line}`]);
  });

  test('are found in the name of a file', () => {
    expect(linesOf('', 'media/nobody-cancels-in-time.webp')).toEqual(['plans/till.md:13']);
  });

  test('are told with what was found, every line once', () => {
    const [leak, ...others] = findLeaks(secrets, Buffer.from(`${secret}. ${secret}, ${secret}`), '');
    expect(leak).toEqual({ path: 'plans/till.md', line: 13, words: 'nobody cancel in time' });
    expect(others).toEqual([]);
    expect(linesOf(`${secret}: the supplier of the calendar`)).toEqual([
      'plans/till.md:13',
      'plans/till.md:12',
    ]);
  });

  test.each([
    ['gzip', (inner: Uint8Array) => gzipSync(inner)],
    ['base64', (inner: Uint8Array) => Buffer.from(base64(inner))],
    ['pictures', (inner: Uint8Array) => png(packedText(Buffer.concat([inner, Buffer.alloc(5_000)])))],
  ])('are found in %s in itself, four times and no more', (_, wrap) => {
    const four = [1, 2, 3, 4].reduce((inner) => wrap(inner), Buffer.from(secret));
    expect(linesOf(four)).toEqual(['plans/till.md:13']);
    expect(linesOf(wrap(four))).toEqual([]);
  });

  test('are found behind words that an earlier file has as well', () => {
    const search = openLeakSearch(secrets);
    const fourTimes = (text: string) => [1, 2, 3].reduce((inner) => base64(inner), text);
    const files = ['<p>Guests can book</p>', 'Nobody cancels', `In time. ${fourTimes('A public text')}`];
    for (const text of files) expect(search(Buffer.from(text), 'index.html')).toEqual([]);
    for (const text of [secret, 'TILL-120', base64('Das Café Müller schließt im März')]) {
      expect(search(Buffer.from(files.join('') + text), 'index.html')).toHaveLength(1);
    }
  });

  test('are not looked for twice in words that several files have', () => {
    const search = openLeakSearch(secrets);
    for (const text of [secret, 'TILL-120']) {
      expect(search(Buffer.from(`A.\n${text}.\nB`), 'a')).toHaveLength(1);
      expect(search(Buffer.from(`C.\n${text}.\nD`), 'b')).toEqual([]);
      expect(search(Buffer.from(`E. ${text} F`), 'c')).toHaveLength(1);
    }
  });

  test('are found in what lay too deep in an earlier file', () => {
    const search = openLeakSearch(secrets);
    const inner = base64(secret);
    const deep = [1, 2, 3, 4].reduce((text) => base64(text), inner);
    expect(search(Buffer.from(deep), '')).toEqual([]);
    expect(search(Buffer.from(inner), '')).toHaveLength(1);
  });

  test('are told in small letters where they are a name', () => {
    const [leak] = findLeaks(secrets, Buffer.from('CHEF@Kitchen.Example.com'), '');
    expect(leak?.words).toBe('chef@kitchen.example.com');
  });

  test('what is public is no leak, however its record writes it down', () => {
    const text = 'Two lines.\n\nMost guests see no difference:\n\n\tgo run';
    const code: PlanText = {
      path: 'plans/code.md',
      text: `## Improvements\n\n- ${text}\n`,
      internalLines: new Set(),
    };
    const quoted = `changes:\n  - title: "${text.replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
    expect(findLeaks(collectSecrets([code], [quoted], []), Buffer.from(text), '')).toEqual([]);
    expect(findLeaks(collectSecrets([code], ['changes: []'], []), Buffer.from(text), '')).toHaveLength(1);
  });

  test('are found even where the wall has let them into a record', () => {
    const holed = `${record}\nextras: The supplier of the calendar may go bankrupt before spring`;
    expect(findLeaks(collectSecrets([plan], [holed], []), Buffer.from(holed), '')).toHaveLength(1);
  });

  test('are no secret where they are public besides', () => {
    for (const others of [[secret], ['x', `- ${secret}!`]]) {
      expect(findLeaks(collectSecrets([plan], [record], others), Buffer.from(secret), '')).toEqual([]);
    }
    const names = ['See till-120 and Q7H2M9X4K1P0', 'chef@kitchen.example.com'];
    expect(findLeaks(collectSecrets([plan], [record], names), Buffer.from(names.join()), '')).toEqual([]);
    const besides = {
      path: 'x',
      text: `Known for long\n${secret}\nas all know`,
      internalLines: new Set<number>(),
    };
    expect(findLeaks(collectSecrets([plan, besides], [besides.text], []), Buffer.from(secret), '')).toEqual(
      [],
    );
    const told = { ...plan, path: 'plans/other.md', internalLines: new Set<number>() };
    expect(findLeaks(collectSecrets([plan, told], [record, told.text], []), Buffer.from(secret), '')).toEqual(
      [],
    );
  });
});

describe('is not said of', () => {
  test('public words, however the page puts them together', () => {
    const page = '<h1>Book a table</h1><p>Guests can book a table from your own page.</p><h2>New</h2>';
    expect(linesOf(`${page}<li>Book ahead Up to two weeks, in steps of a quarter of an hour`)).toEqual([]);
    expect(linesOf(record)).toEqual([]);
  });

  test('words of a secret that do not stand together, and less than four of them', () => {
    expect(linesOf('Nobody cancels. In time they come.')).toEqual([]);
    expect(linesOf('<p>Nobody cancels.</p><h2>In time</h2>')).toEqual([]);
    expect(linesOf('nobody cancels in')).toEqual([]);
    expect(linesOf('The supplier of the')).toEqual([]);
  });

  test('names that are only like one of a secret', () => {
    const others = [
      'staff@kitchen.example.com',
      'chef@kitchen.example.org',
      'chef@kitchen.eu',
      'till-12',
      'TILL-1200',
    ];
    for (const name of others) expect(linesOf(name), name).toEqual([]);
  });

  test('a word or a number of a secret, however long', () => {
    const text = 'Accommodation: 20261121120000';
    secrets = collectSecrets([{ ...plan, text, internalLines: new Set([1]) }], [], []);
    expect(linesOf(text)).toEqual([]);
  });

  test('words that meet at the end of a sentence of the plan', () => {
    const { phrases } = collectSecrets(
      [{ ...plan, text: 'One two. Three four', internalLines: new Set([1]) }],
      [],
      [],
    );
    expect([...phrases.keys()]).toEqual([]);
  });

  test('what unpacks to more than anybody would read', () => {
    const bomb = Buffer.concat([Buffer.alloc(50_000_000), Buffer.from(secret)]);
    expect(linesOf(gzipSync(bomb, { level: 1 }))).toEqual([]);
    const brotli = brotliCompressSync(bomb, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
    expect(unpackBrotli(brotli)).toBe(brotli);
  });

  test('pixels, cut streams and bytes that only look packed', () => {
    for (const bytes of [
      png(chunk('tEXt', 'Comment\0x'), chunk('IDAT', ` ${secret}`)),
      jpeg(scan(`x\0${secret}`), scan(Buffer.from(`\xff\0${secret}\xff\xd0${secret}\xff\xd7`, 'latin1'))),
      ...['VP8 ', 'VP8L', 'ALPH', 'ANMF'].map((type) =>
        webp(webpChunk('VP8X', 'x'), webpChunk(type, secret)),
      ),
      png(chunk('tEXt', secret)).subarray(0, 14),
      jpeg(segment(0xfe, secret)).subarray(0, 3),
      jpeg(segment(0xfe, secret)).subarray(0, 5),
      webp(webpChunk('XMP ', secret)).subarray(0, 18),
      Buffer.concat([Buffer.of(0xff, 0xd8), scan(`x ${secret}`)]),
      png(chunk('IDAT', ` ${secret}`)),
      gzipSync(secret).subarray(0, 12),
      Buffer.of(0x1f, 0x8b, 1, 2, 3),
      Buffer.of(0x78, 0x9c, 1),
      Buffer.from('PK\u0003\u0004'),
      Buffer.of(0x89, 0x50, 0x4e, 0x47),
      Buffer.of(0xff, 0xd8),
      Buffer.alloc(0),
    ]) {
      expect(linesOf(bytes)).toEqual([]);
    }
  });
});
