/**
 * The reStructuredText that release notes are written in, as Markdown: code, links by name and on the spot, roles, notes and warnings.
 * @returns what else it found and left as it is
 */
export function rstToMarkdown(text: string): { markdown: string; left: string[] } {
  const targets = new Map<string, string>();
  const bare = text.replace(
    /^[ \t]*\.\. _`?([^:`\n]+)`?:\s*(\S+)[ \t]*$/gm,
    (_, name: string, url: string) => {
      targets.set(name.trim().toLowerCase(), url);
      return '';
    },
  );
  const markdown = bare
    .replace(/`([^`<]+?)\s*<(https?:[^>\s]+)>`__?/g, '[$1]($2)')
    .replace(/`([^`]+)`_(?![\w`])/g, (whole, name: string) => {
      const url = targets.get(name.replace(/\s+/g, ' ').trim().toLowerCase());
      return url ? `[${name}](${url})` : whole;
    })
    .replace(/:[a-z-]+(?::[a-z-]+)?:`([^`<]+?)(?:\s*<[^>]*>)?`/g, '`$1`')
    .replace(
      /^([ \t]*)\.\. (note|warning|important|tip)::[ \t]*/gim,
      (_, indent: string, word: string) =>
        `${indent}**${word[0]?.toUpperCase()}${word.slice(1).toLowerCase()}:** `,
    )
    .replace(/^(?<indent>[ \t]*)#\. /gm, '$<indent>1. ')
    .replace(/::[ \t]*$/gm, ':')
    .trim();
  const left = markdown.match(/^[ \t]*\.\. .*$/gm) ?? [];
  return { markdown, left };
}
