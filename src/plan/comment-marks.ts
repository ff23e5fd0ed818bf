/**
 * How comments begin and end in HTML, and in what people write Markdown with, as regular expressions. Where several match, the first one counts.
 * Markdown takes the stars of MDX and Hugo for emphasis; a dash within braces takes away white space.
 */
export const COMMENTS: readonly [Comment, ...Comment[]] = [
  [String.raw`<\s?!\s?--`, '--!?>'],
  // As programs write that make one dash out of two.
  ['<!—', '—>'],
  ['<!–', '–>'],
  ['<!-', '(?<!-)->'],
  // FreeMarker, JSP, ERB.
  ['<#--', '--!?>'],
  ['<%--', '--%>'],
  ['<%#', '%>'],
  // Handlebars, Blade, Hugo, MDX.
  [String.raw`\{\{!--`, String.raw`--\}\}`],
  [String.raw`\{\{!`, String.raw`(?<![/-]|\*/\s-)\}\}`],
  [String.raw`\{\{--`, String.raw`--\}\}`],
  [String.raw`\{\{-?\s?/(?:\*|$)`, String.raw`(?:\*|^)/\s?-?\}\}`],
  [String.raw`\{\s?/(?:\*|$)`, String.raw`(?:\*|^)/\s?\}`],
  [String.raw`\{\{[<%]\s*comment\s*[>%]\}\}`, String.raw`\{\{[<%]\s*/\s*comment\s*[>%]\}\}`],
  // Obsidian, CriticMarkup, Jinja, Liquid, Kramdown.
  ['%%', '%%'],
  [String.raw`\{>>`, String.raw`<<\}`],
  [String.raw`\{--`, String.raw`--\}`],
  [String.raw`\{#(?=\s|$|[^{}\n]*#\})`, String.raw`#\}`],
  [String.raw`\{%-?\s*comment\b[^%\n]*%\}`, String.raw`\{%-?\s*endcomment\b[^%\n]*%\}`],
  [String.raw`\{%-?\s*#`, String.raw`-?%\}`],
  [String.raw`\{::comment\}`, String.raw`\{:/(?:comment)?\}`],
];
type Comment = readonly [begin: string, end: string];
