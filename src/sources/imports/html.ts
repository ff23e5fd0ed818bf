/**
 * The few HTML elements that people write into release notes, as Markdown: pictures, links, struck-out, bold, italic, code and line breaks. What
 * else there is stays, and is told by the rules that look at plans.
 */
export function htmlToMarkdown(text: string): string {
  const pictured = text.replace(/\r\n?/g, '\n').replace(/<img\b([^<>]*)>/gi, (_, attributes: string) => {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(attributes)?.[1] ?? '';
    return `![${read('alt')}](${read('src')})`;
  });
  const linked = replaceElements(pictured, ['a'], (words, attributes) => {
    const url = /\shref="([^"]*)"/i.exec(attributes)?.[1];
    return url === undefined ? undefined : `[${words}](${url})`;
  });
  const struck = replaceElements(linked, ['s', 'strike', 'del'], (words) =>
    // Markdown cannot strike out several paragraphs.
    words.includes('\n') ? words.trim() : `~~${words.trim()}~~`,
  );
  const strong = replaceElements(struck, ['b', 'strong'], (words) => `**${words.trim()}**`);
  const slanted = replaceElements(strong, ['i', 'em'], (words) => `*${words.trim()}*`);
  const coded = replaceElements(slanted, ['code', 'tt', 'kbd'], (words) => `\`${words}\``);
  const broken = coded.replace(/<br\s*\/?>/gi, '\n').replace(/<\/?p>/gi, '\n\n');
  return replaceElements(broken, ['li'], (words) => `- ${words.trim()}\n`).replace(/<\/?[uo]l>/gi, '\n\n');
}

/** Behind the last end of an element none begins that has one: to look for it there takes a time that grows with the square of their number. */
function replaceElements(
  text: string,
  names: readonly string[],
  replace: (words: string, attributes: string) => string | undefined,
): string {
  return names.reduce((rest, name) => {
    const end = [...rest.matchAll(new RegExp(`</${name}>`, 'gi'))].at(-1);
    if (!end) return rest;
    const last = end.index + end[0].length;
    const element = new RegExp(`<${name}((?:\\s[^<>]*)?)>([^]*?)</${name}>`, 'gi');
    const head = rest
      .slice(0, last)
      .replace(element, (whole, attributes: string, words: string) => replace(words, attributes) ?? whole);
    return head + rest.slice(last);
  }, text);
}
