/**
 * The few HTML elements that people write into release notes, as Markdown: pictures, links, struck-out, bold, italic, code and line breaks. What
 * else there is stays, and is told by the rules that look at plans.
 */
export function htmlToMarkdown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/<img\b([^>]*)\/?>/gi, (_, attributes: string) => {
      const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(attributes)?.[1] ?? '';
      return `![${read('alt')}](${read('src')})`;
    })
    .replace(
      /<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi,
      (_, url: string, words: string) => `[${words}](${url})`,
    )
    .replace(/<(s|strike|del)>([\s\S]*?)<\/\1>/gi, (_, __, words: string) =>
      // Markdown cannot strike out several paragraphs.
      words.includes('\n') ? words.trim() : `~~${words.trim()}~~`,
    )
    .replace(/<(b|strong)>([\s\S]*?)<\/\1>/gi, (_, __, words: string) => `**${words.trim()}**`)
    .replace(/<(i|em)>([\s\S]*?)<\/\1>/gi, (_, __, words: string) => `*${words.trim()}*`)
    .replace(/<(code|tt|kbd)>([\s\S]*?)<\/\1>/gi, (_, __, words: string) => `\`${words}\``)
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?p>/gi, '\n\n')
    .replace(/<li>([\s\S]*?)<\/li>/gi, (_, words: string) => `- ${words.trim()}\n`)
    .replace(/<\/?[uo]l>/gi, '\n\n');
}
