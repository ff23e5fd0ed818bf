import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoNotion } from '../test/notion-server/demo.ts';
import { projectFolder } from './project-folder.ts';
import { display, readSettings } from './content.ts';
import { setNotionId } from './notion-site-yaml.ts';
import { readRecordFiles } from './records.ts';
import { servePreview, siteAddress, untilStopped } from './preview.ts';
import { choosePort } from './serve.ts';
import { paint, printError, printLine } from './terminal.ts';

/**
 * The whole way through Notion, without an account: starts a Notion on this machine that holds the plans of the demo, pulls them into a copy of the
 * content folder, checks, publishes, builds and serves.
 */
async function runDemo(): Promise<number> {
  // A command that is stopped ends, and then so does the demo, in good order.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  const demo = join(projectFolder, 'content');
  const { settings } = readSettings(demo);
  const folder = mkdtempSync(join(tmpdir(), 'slipway-demo-'));
  const notion = await startDemoNotion(demo, settings.site);
  try {
    const content = copyContent(demo, folder, notion.sources);
    const env = { ...process.env, NOTION_TOKEN: notion.token, SLIPWAY_NOTION_URL: notion.server.origin };
    printLine(`A Notion on this machine holds the plans of the demo: ${notion.server.origin}`);
    printLine(`The content folder is a copy without them: ${content}`);
    const dist = join(folder, 'dist');
    for (const words of [['pull'], ['pull'], ['check'], ['publish'], ['build', '--out', dist]]) {
      const before = notion.server.log.length;
      const code = await run([...words, '--content', content], env);
      if (words[0] === 'pull')
        printLine(paint('dim', `  ${notion.server.log.length - before} requests to Notion`));
      if (code > 1 || (code === 1 && words[0] !== 'check')) return code;
    }
    printSameness(demo, content);
    await serveUntilStopped(content, dist);
    return 0;
  } finally {
    await notion.server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Settings and public records as they are; plans and roadmap are in Notion. */
function copyContent(demo: string, folder: string, sources: { plans: string; roadmap: string }): string {
  const content = join(folder, 'content');
  const isElsewhere = (path: string) => !['plans', 'roadmap'].some((name) => path === join(demo, name));
  cpSync(demo, content, { recursive: true, filter: isElsewhere });
  const path = join(content, 'site.yaml');
  const withPlans = setNotionId(readFileSync(path, 'utf8'), 'plans', sources.plans);
  writeFileSync(path, setNotionId(withPlans, 'roadmap', sources.roadmap));
  return content;
}

async function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  printLine();
  printLine(paint('bold', `$ slipway ${words.join(' ')}`));
  const entry = join(projectFolder, 'scripts', 'slipway.mjs');
  const child = spawn(process.execPath, [entry, ...words], { stdio: 'inherit', env });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 130;
}

/** The committed records were made from Markdown. */
function printSameness(demo: string, content: string): void {
  const [markdown, notion] = [demo, content].map((each) => readRecordFiles(join(each, 'releases')));
  const isSame = JSON.stringify([...(markdown ?? [])]) === JSON.stringify([...(notion ?? [])]);
  if (!isSame) return;
  printLine();
  printLine(
    `The public records from Notion are, byte for byte, those of the Markdown plans in ${display(demo)}.`,
  );
}

async function serveUntilStopped(content: string, dist: string): Promise<void> {
  const port = await choosePort(undefined);
  const { href, pathname } = siteAddress(readSettings(content).settings.site, port);
  const server = await servePreview(dist, pathname, port);
  printLine();
  printLine(`  ${paint('bold', href)}  made from plans in Notion; stop with Ctrl+C`);
  await untilStopped(server);
}

try {
  process.exitCode = await runDemo();
} catch (error) {
  printError(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
