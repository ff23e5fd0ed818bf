/**
 * What Notion makes of Markdown that is written to it and sends back later: blank lines mean nothing, pipe tables become
 * `<table>`, code stays as it is.
 */
export function canonicalMarkdown(markdown: string): string {
  const out: string[] = [];
  let fence: string | undefined;
  let table: string[] = [];
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && /^\s*\|.*\|\s*$/.test(line)) {
      table.push(line);
      continue;
    }
    out.push(...asTable(table));
    table = [];
    if (mark && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    if (fence !== undefined || mark || line.trim() !== '') out.push(line);
  }
  return [...out, ...asTable(table)].join('\n');
}

function asTable(lines: string[]): string[] {
  if (lines.length === 0) return [];
  const [indent = ''] = /^\s*/.exec(lines[0] ?? '') ?? [];
  const rows = lines
    .filter((line) => !/^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
  return [
    '<table header-row="true">',
    ...rows.flatMap((cells) => ['<tr>', ...cells.map((cell) => `<td>${cell}</td>`), '</tr>']),
    '</table>',
  ].map((line) => indent + line);
}
