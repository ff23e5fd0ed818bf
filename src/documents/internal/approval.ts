/** One approval as a row of the plan's table of approvals. */
export interface ApprovalRow {
  role: string;
  decision: string;
  /** A day. */
  date: string;
  fingerprint: string;
}

const COLUMNS = ['Role', 'Decision', 'Date', 'Fingerprint'] as const;

/**
 * Writes an approval into a plan's text and changes nothing else. The table of the section gets the row, in place of an earlier one
 * of the same role; where there is no table or no section, one is made.
 * @param heading line of the section's heading, counted from 1; absent where there is no such section
 */
export function writeInApproval(
  markdown: string,
  approval: ApprovalRow,
  heading: number | undefined,
): string {
  const lines = markdown.split('\n');
  if (heading === undefined) {
    return `${markdown.trimEnd()}\n\n## Approvals\n\n${renderTable([row(COLUMNS, approval)], COLUMNS)}\n`;
  }
  const end = findEnd(lines, heading);
  const start = lines.findIndex((line, index) => index >= heading && index < end && /^\s*\|.*\|/.test(line));
  if (start < 0) {
    const before = lines.slice(0, end).join('\n').trimEnd();
    return (
      `${before}\n\n${renderTable([row(COLUMNS, approval)], COLUMNS)}\n\n${lines.slice(end).join('\n')}`.trimEnd() +
      '\n'
    );
  }
  const afterTable = lines.findIndex((line, index) => index > start && !/^\s*\|/.test(line));
  const stop = afterTable < 0 ? lines.length : afterTable;
  const [head = [], , ...rows] = lines.slice(start, stop).map(cellsOf);
  const columns = withMissing(head);
  const others = rows.filter((cells) => !isSame(cells[columnOf(head, 'Role')] ?? '', approval.role));
  const table = renderTable(
    [...others.map((cells) => padded(cells, columns.length)), row(columns, approval)],
    columns,
  );
  return [...lines.slice(0, start), table, ...lines.slice(stop)].join('\n');
}

function row(columns: readonly string[], approval: ApprovalRow): string[] {
  const values = {
    role: approval.role,
    decision: approval.decision,
    date: approval.date,
    fingerprint: approval.fingerprint,
  };
  return columns.map((column) => values[column.toLowerCase() as keyof typeof values] ?? '');
}

function renderTable(rows: readonly (readonly string[])[], columns: readonly string[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The line of the next heading, or the end. */
function findEnd(lines: readonly string[], heading: number): number {
  const next = lines.findIndex((line, index) => index >= heading && /^#{1,6}\s/.test(line));
  return next < 0 ? lines.length : next;
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function withMissing(head: readonly string[]): string[] {
  return [...head, ...COLUMNS.filter((column) => columnOf(head, column) < 0)];
}

function columnOf(head: readonly string[], column: string): number {
  return head.findIndex((each) => isSame(each, column));
}

function padded(cells: readonly string[], length: number): string[] {
  return Array.from({ length }, (_, index) => cells[index] ?? '');
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
