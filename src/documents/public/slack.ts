import type { Digest, DigestEntry } from './digest.ts';
import { printable } from './printable.ts';

/** What Slack takes: docs.slack.dev/reference/block-kit/blocks. Characters, and blocks a message. */
const LIMITS = { header: 150, section: 3000, blocks: 50 };

interface Block {
  type: string;
  text?: { type: string; text: string };
  elements?: { type: string; text: string }[];
}

/** A digest as the payload of a message in Slack: blocks, and the text that notifications show. What does not fit is left to the page. */
export function renderSlack(digest: Digest): string {
  const blocks = digest.entries.flatMap(entryBlocks).slice(0, LIMITS.blocks);
  const text = digest.entries.map(({ name }) => name).join('; ');
  return `${JSON.stringify({ text: cut(printable(text), LIMITS.section), blocks }, undefined, 1)}\n`;
}

function entryBlocks({ name, url, about, summary, groups }: DigestEntry): Block[] {
  const lists = groups.map(({ heading, titles, left }) =>
    [
      `*${escape(heading)}*`,
      ...titles.map((title) => `• ${escape(title)}`),
      ...(left ? [`• <${url}|${left}>`] : []),
    ].join('\n'),
  );
  return [
    { type: 'header', text: { type: 'plain_text', text: cut(printable(name), LIMITS.header) } },
    ...[summary && escape(summary), ...lists]
      .filter(Boolean)
      .map((text): Block => ({ type: 'section', text: { type: 'mrkdwn', text: cut(text, LIMITS.section) } })),
    {
      type: 'context',
      elements: [{ type: 'mrkdwn', text: [escape(about), `<${url}>`].filter(Boolean).join(' · ') }],
    },
  ];
}

/** docs.slack.dev/messaging/formatting-message-text: these three, and nothing else. A mark that means something is parted from its word. */
function escape(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?<![\p{L}\p{N}])([*_~`])(?=\S)/gu, '$1\u200B');
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
