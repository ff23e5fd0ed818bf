import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { Problem } from '../src/sources/problem.ts';
import { coalesce } from './coalesce.ts';
import { display, readContent, readSettings } from './content.ts';
import { readNow } from './now.ts';
import { reasonOf } from './folders.ts';
import { notConfigured, pullContent } from './notion-pull.ts';
import { printProblem } from './problems.ts';
import { printPublication, publishContent } from './publish.ts';
import { printPulled } from './pull-report.ts';
import { paint, printError, printLine } from './terminal.ts';
import { createWebhookServer } from './webhook-server.ts';
import { readWebhookToken, webhookTokenPath, writeWebhookToken } from './webhook-token.ts';

export interface ListenOptions {
  content: string;
  port: number;
  host: string;
  /** To be run by the shell after records changed. */
  command: string | undefined;
  /** How long to wait for further changes, in milliseconds. */
  wait: number;
  /** How often to pull without being told, in milliseconds. */
  every: number;
}

const RETRY = 60_000;

/**
 * Pulls and publishes whenever Notion says that something changed, until the process is told to stop. What a delivery says is only a hint: lost, doubled
 * and late ones do no harm, as a pull finds out by itself what changed, and runs now and then without being told.
 * @throws {Problem} where nothing can be listened to
 */
export async function listen(options: ListenOptions): Promise<void> {
  const { content } = options;
  if (!readSettings(content).notion) throw notConfigured();
  let token = readWebhookToken(content);
  const fault = Promise.withResolvers<void>();
  const runs = coalesce(createRun(options), { ...options, retry: RETRY, onFault: fault.reject });
  const server = createWebhookServer({
    token: () => token,
    onHandshake(given) {
      token = given;
      printLine(`Notion’s verification token is ${paint('bold', given)}`);
      writeWebhookToken(content, given);
      printLine(
        `  Paste it into the form where you made the webhook. It is kept in ${display(webhookTokenPath(content))}.`,
      );
    },
    onEvent: () => runs.request(),
    onRefusal(why) {
      printError(`${paint('yellow', '!')} A delivery was refused: ${why}.`);
      if (!why.includes('signature')) return;
      printError(
        `  If the webhook was made anew, delete ${display(webhookTokenPath(content))} and start again.`,
      );
    },
  });
  await open(server, options);
  const { port } = server.address() as { port: number };
  printLine(`Listening on ${paint('bold', `http://${options.host}:${port}/`)}; stop with Ctrl+C`);
  if (!token) {
    printLine(
      '  In Notion, make a webhook for your connection with an https address that leads here, for page and data source events.',
    );
  }
  runs.request();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => fault.resolve());
  try {
    await fault.promise;
  } finally {
    server.closeAllConnections();
    server.close();
    await runs.stop();
  }
}

async function open(server: Server, { port, host }: ListenOptions): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    const isTaken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw new Problem(
      `Port ${port} of ${host} cannot be listened on: ${isTaken ? 'another program has it' : reasonOf(cause)}.`,
      { hint: 'Choose another one with `--port`.', cause },
    );
  }
}

/** One run: pull, publish, and the command where there is something new for it. Says whether all went well. */
function createRun({ content, command }: ListenOptions): () => Promise<boolean> {
  let isDue = true;
  return async () => {
    try {
      const { notion } = readSettings(content);
      const { pulled, problem } = await pullContent(content, notion, {});
      printPulled(pulled, { isDry: false });
      if (problem) printProblem(problem);
      // Even where a part of the pull failed: what was made internal must go at once.
      const plans = readContent(content);
      const result = publishContent(plans, {
        now: readNow(undefined, plans.settings),
        isDry: false,
        allowMassDelete: false,
      });
      if (result.refused) printProblem(result.refused);
      else printPublication(plans, result, { isDry: false, full: false });
      isDue ||= result.changes.length > 0;
      if (command !== undefined && isDue) isDue = !(await runCommand(command));
      return !problem && !result.refused && !(command !== undefined && isDue);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      printProblem(error);
      return false;
    }
  };
}

/** The command sees the environment without what is secret in it. */
async function runCommand(command: string): Promise<boolean> {
  const { NOTION_TOKEN: _, NOTION_WEBHOOK_TOKEN: __, ...env } = process.env;
  printLine(`${paint('dim', '$')} ${command}`);
  const child = spawn(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], env });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return true;
  printError(
    `${paint('red', '✖')} \`${command}\` ended with ${code ?? 'a signal'}; it is run again with the next pull.`,
  );
  return false;
}
