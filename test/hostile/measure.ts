import { text as readAll } from 'node:stream/consumers';
import { renderMarkdownText } from '../../src/documents/public/markdown-text.ts';
import { renderHtml, renderInlineHtml } from '../../src/documents/public/html.ts';
import { elsewhere } from '../../src/documents/public/text-address.ts';
import { renderExcerpt, renderPlainText } from '../../src/documents/public/plain-text.ts';
import { publishPlan } from '../../src/publish/publish-plan.ts';
import { planOf, testSite } from '../plans.ts';

/** A text, and what doing everything with it that is ever done took. */
export interface Measured {
  name: string;
  /** The dearest step, in milliseconds of CPU time. */
  step: string;
  cpu: number;
  /** How many times as long as the text the longest thing made of it is. */
  growth: number;
  /** What its author is told where it is refused. */
  refusal?: string | undefined;
}

const place = elsewhere(testSite, 'https://example.com/releases/1/');
const NOW = new Date('2026-11-21T12:00:00Z');
const FRONT =
  '---\ntitle: T\nid: t\nproduct: till\nstatus: released\nreleased: 2026-01-01\nvisibility: public\n---\n';

// A process of its own: texts come in as JSON, and each goes out as a line.
const texts = JSON.parse(await readAll(process.stdin)) as [string, string][];
measure('warm', '> a *b* <!-- c -->');
for (const [name, text] of texts) process.stdout.write(`${JSON.stringify(measure(name, text))}\n`);

function measure(name: string, text: string): Measured {
  const made: string[] = [];
  const dearest = { step: '', cpu: 0 };
  const time = <Result>(step: string, action: () => Result): Result => {
    const start = process.cpuUsage();
    const result = action();
    const { user, system } = process.cpuUsage(start);
    if (user + system > dearest.cpu * 1_000) Object.assign(dearest, { step, cpu: (user + system) / 1_000 });
    if (typeof result === 'string') made.push(result);
    return result;
  };
  const plan = time('read', () => planOf(`${FRONT}\n## Summary\n\n${text}\n\n## Included features\n\n- A\n`));
  for (const section of plan.sections) time('write', () => section.text);
  const record = time('publish', () => publishPlan(plan, testSite, undefined, NOW));
  time('field', () => planOf(`---\nsummary: ${JSON.stringify(text)}\n---\n`));
  time('page', () => renderHtml(text));
  time('twin', () => renderMarkdownText(text, { headingBase: 3, place, prefix: 'x-' }));
  time('excerpt', () => renderExcerpt(text, 200));
  time('title', () => renderInlineHtml(text));
  time('plain', () => renderPlainText(text));
  if (record?.summary) made.push(record.summary);
  const refusal = plan.file.messages.find((message) => message.fatal);
  return {
    name,
    ...dearest,
    growth: Math.max(...made.map((each) => each.length)) / (text.length || 1),
    refusal:
      refusal && `${refusal.ruleId} ${plan.file.path}:${refusal.line}:${refusal.column} ${refusal.reason}`,
  };
}
