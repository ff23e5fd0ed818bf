import { payloads } from './payloads.ts';

/**
 * Hostile texts by the thousand, made as the public cheat sheets are: every element that does something, with every event that fires by itself, in
 * every way to spell an attribute; every scheme, in every disguise and every form of a link; every way out of a comment, an attribute, a
 * script, a style or a code block.
 */
const script = 'fired()';

/** Elements with what they need, and the events that they fire without anybody doing anything. */
const elements: Record<string, { attributes?: string; events: string[]; after?: string }> = {
  img: { attributes: 'src=x:x', events: ['error', 'loadend'] },
  'img ': { attributes: 'src="data:image/gif;base64,R0lGODlhAQABAAAAACw="', events: ['load', 'loadstart'] },
  image: { attributes: 'src=x:x', events: ['error'] },
  svg: { events: ['load'] },
  'svg ': { attributes: 'xmlns="http://www.w3.org/2000/svg"', events: ['load', 'animationstart'] },
  body: { events: ['load', 'pageshow', 'resize', 'focus', 'hashchange', 'message'] },
  iframe: { events: ['load'] },
  'iframe ': { attributes: 'srcdoc=x', events: ['load'] },
  frameset: { events: ['load', 'pageshow'] },
  object: { attributes: 'data=x:x', events: ['error', 'load'] },
  embed: { attributes: 'src=x:x', events: ['load', 'error'] },
  audio: { attributes: 'src=x:x', events: ['error', 'loadstart', 'emptied'] },
  video: { attributes: 'src=x:x', events: ['error', 'loadstart'] },
  'video ': { attributes: 'poster=x:x', events: ['error'], after: '<source src=x:x onerror=fired()>' },
  source: { attributes: 'src=x:x', events: ['error'] },
  track: { attributes: 'src=x:x default', events: ['error'] },
  input: { attributes: 'autofocus', events: ['focus', 'focusin', 'blur'] },
  'input ': { attributes: 'type=image src=x:x', events: ['error'] },
  textarea: { attributes: 'autofocus', events: ['focus', 'focusin'] },
  select: { attributes: 'autofocus', events: ['focus', 'focusin'] },
  button: { attributes: 'autofocus', events: ['focus', 'focusin'] },
  keygen: { attributes: 'autofocus', events: ['focus'] },
  a: { attributes: 'href=x tabindex=1 autofocus', events: ['focus', 'focusin'] },
  div: { attributes: 'contenteditable autofocus tabindex=1', events: ['focus', 'focusin'] },
  details: { attributes: 'open', events: ['toggle'] },
  dialog: { attributes: 'open', events: ['toggle', 'focus'] },
  marquee: { attributes: 'loop=1 width=0', events: ['start', 'finish', 'bounce'], after: 'x' },
  link: { attributes: 'rel=stylesheet href=x:x', events: ['error', 'load'] },
  'link ': { attributes: 'rel=preload as=image href=x:x', events: ['error'] },
  script: { attributes: 'src=x:x', events: ['error', 'load'], after: '</script>' },
  'script ': { attributes: 'src="data:text/javascript,1"', events: ['load'], after: '</script>' },
  style: { events: ['load'], after: '</style>' },
  math: { attributes: 'tabindex=1 autofocus', events: ['focus'] },
  p: { attributes: 'style="animation:x 1s" tabindex=1 autofocus', events: ['focus', 'animationstart'] },
  custom: { attributes: 'tabindex=1 autofocus', events: ['focus'] },
};

/** The ways to write an element with a handler. */
const spellings: ((name: string, attributes: string, event: string, after: string) => string)[] = [
  (name, attributes, event, after) => `<${name} ${attributes} on${event}=${script}>${after}`,
  (name, attributes, event, after) => `<${name} ${attributes} on${event}="${script}">${after}`,
  (name, attributes, event, after) => `<${name} ${attributes} on${event}='${script}'>${after}`,
  (name, attributes, event, after) =>
    `<${name.toUpperCase()} ${attributes} ON${event.toUpperCase()}=${script}>${after}`,
  (name, attributes, event, after) =>
    `<${name}/${attributes.replaceAll(' ', '/')}/on${event}=${script}//>${after}`,
  (name, attributes, event, after) => `<${name}\n${attributes}\non${event}\n=\n${script}\n>${after}`,
  (name, attributes, event, after) => `<${name}\t${attributes}\fon${event}=&#102;ired&lpar;&rpar;>${after}`,
  (name, attributes, event, after) => `"><${name} ${attributes} on${event}=${script}>${after}`,
  (name, attributes, event, after) => `'><${name} ${attributes} on${event}=${script} x='${after}`,
  (name, attributes, event, after) => `--><${name} ${attributes} on${event}=${script}>${after}<!--`,
  (name, attributes, event, after) =>
    `</title></textarea></style></script><${name} ${attributes} on${event}=${script}>${after}`,
  (name, attributes, event, after) => `**<${name} ${attributes} on${event}=${script}>${after}**`,
  (name, attributes, event, after) =>
    `[<${name} ${attributes} on${event}=${script}>${after}](https://x.example)`,
  (name, attributes, event, after) => `# <${name} ${attributes} on${event}=${script}>${after}`,
  (name, attributes, event, after) => `- x\n\n  <${name} ${attributes} on${event}=${script}>${after}`,
  (name, attributes, event, after) =>
    `<svg><foreignObject><${name} ${attributes} on${event}=${script}>${after}`,
  (name, attributes, event, after) =>
    `<math><annotation-xml encoding="text/html"><${name} ${attributes} on${event}=${script}>${after}`,
  (name, attributes, event, after) =>
    `<noscript><p title="</noscript><${name} ${attributes} on${event}=${script}>${after}">`,
  (name, attributes, event, after) =>
    `<form><math><mtext></form><form><mglyph><style></math><${name} ${attributes} on${event}=${script}>${after}`,
  (name, attributes, event, after) => `<!--\u003e<${name} ${attributes} on${event}=${script}>${after}-->`,
];

const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java\nscript:',
  ' javascript:',
  '\u0001javascript:',
  'javascript&colon;',
  '&#106;avascript:',
  '&#x6A&#x61&#x76&#x61script:',
  'java&Tab;script:',
  'java&NewLine;script:',
  'javascript:/*',
  'javascript://%0A',
  'vbscript:',
  'livescript:',
  'data:text/html,',
  'data:text/html;base64,',
  'data:image/svg+xml,',
  'data:text/javascript,',
  'blob:',
  'filesystem:',
  'view-source:javascript:',
  'jar:javascript:',
  'feed:javascript:',
  'mhtml:',
  'ms-its:',
  'file:///',
  'ｊavascript:',
  'javascript\u200B:',
  'x-javascript:',
  '//evil.example/',
  '\\\\evil.example\\',
];

const addresses: ((address: string) => string)[] = [
  (address) => `[x](${address})`,
  (address) => `[x](<${address}>)`,
  (address) => `[x](${address} "title")`,
  (address) => `[x][r]\n\n[r]: ${address}`,
  (address) => `<${address}>`,
  (address) => `![x](${address})`,
  (address) => `[![x](${address})](${address})`,
  (address) => `<a href="${address}">x</a>`,
  (address) => `<a xlink:href="${address}">x</a>`,
  (address) => `<svg><a xlink:href="${address}"><text y=9>x</text></a></svg>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<object data="${address}"></object>`,
  (address) => `<embed src="${address}">`,
  (address) => `<form action="${address}"><input type=submit></form>`,
  (address) => `<button formaction="${address}">x</button>`,
  (address) => `<script src="${address}"></script>`,
  (address) => `<link rel=stylesheet href="${address}">`,
  (address) => `<base href="${address}">`,
  (address) => `<img src="${address}">`,
  (address) => `<p style="background:url(${address})">x</p>`,
];

const events = Object.entries(elements).flatMap(([name, { attributes = '', events: own, after = '' }]) =>
  own.flatMap((event) => spellings.map((spell) => spell(name.trim(), attributes, event, after))),
);
const links = schemes.flatMap((scheme) => addresses.map((write) => write(`${scheme}${script}`)));

/** More than 1,849, which is how many were tried when the sanitiser was chosen. */
export const manyPayloads: readonly string[] = [...new Set([...payloads, ...events, ...links])];
