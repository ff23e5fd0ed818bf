/** Text out of the ways in which HTML, addresses, JSON, scripts and styles write characters. Twice, as one may be written inside of another. */
export function decodeText(text: string): string {
  const once = decodeOnce(text);
  // Stryker disable next-line ConditionalExpression: saves time only.
  return once === text ? text : decodeOnce(once);
}

function decodeOnce(text: string): string {
  return decodeQuotedPrintable(decodePercent(decodeEscapes(decodeEntities(text))));
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#x0*([0-9a-f]{1,6});?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#0*(\d{1,7});?/g, (_, number: string) => character(Number(number)))
    .replace(/&([a-z])(?:acute|grave|circ|tilde|uml|cedil|ring|caron|slash);/gi, '$1')
    .replace(/&(?:shy|zwj|zwnj|lrm|rlm|ZeroWidthSpace|NoBreak);/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&commat;/g, '@')
    .replace(/&(?:hyphen|dash);/g, '-')
    .replace(/&[a-z]+;/gi, ' ');
}

function decodeEscapes(text: string): string {
  // Stryker disable next-line ConditionalExpression,StringLiteral: saves time only.
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\+u\{([0-9a-f]{1,6})\}/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/\\+x([0-9a-f]{2})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/\\([0-3][0-7]{2})(?![0-9a-f])/gi, (_, octal: string) => character(Number.parseInt(octal, 8)))
    .replace(/\\([0-9a-f]{4,6} ?|[0-9a-f]{2,3} )/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/\\[bfnrt]/g, ' ')
    .replace(/\\(?=[^\w\s])/g, '');
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => bytesOf(run.replaceAll('%', '')));
}

/** As mails write it: `=20`, and a line that goes on behind `=`. */
function decodeQuotedPrintable(text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (run) => bytesOf(run.replaceAll('=', '')));
}

function bytesOf(hex: string): string {
  return Buffer.from(hex, 'hex').toString('utf8');
}

/** Beyond the last character there is none, and the last one is no letter. */
function character(code: number): string {
  return String.fromCodePoint(Math.min(code, 0x10ffff));
}
