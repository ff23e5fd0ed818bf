import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../project-folder.ts';
import { plainEnvironment } from './astro.ts';
import type { LinkTable } from './link-table.ts';
import type { FileEntry } from './manifest.ts';
import type { FromWorker, PageList, RenderJob, ToWorker } from './messages.ts';
import type { RecordShards } from './record-shards.ts';

/** Processes that parse records and render pages, as many as there are cores to do it. */
export interface Workers {
  /** @throws {Error} that names the record that cannot be read */
  parse: (records: RecordShards) => Promise<void>;
  /** What there is to render. */
  list: (job: RenderJob) => Promise<PageList>;
  /**
   * Renders what is on the list, or finds it good as it stands.
   * @param links where the links of what was rendered are put
   * @param see told of files as soon as they are rendered
   * @throws {Error} that names the page that cannot be rendered
   */
  render: (
    list: PageList,
    links: LinkTable,
    see: (files: [string, FileEntry][]) => void,
  ) => Promise<Map<string, FileEntry>>;
  end: () => void;
}

export function startWorkers(records: number): Workers {
  const count = records < FEW ? 1 : Math.min(MOST, availableParallelism());
  const workers = Array.from({ length: count }, () => startWorker());
  return {
    async parse(job) {
      await Promise.all(
        workers.map((worker, index) => {
          const shards = job.shards.flatMap((_, shard) => (shard % count === index ? [shard] : []));
          return worker.ask({ do: 'parse', records: job, shards });
        }),
      );
    },
    async list(job) {
      const [first] = await Promise.all(workers.map((worker) => worker.ask({ do: 'render', job })));
      if (first?.did !== 'list') throw new Error('The pages could not be listed.');
      return first.list;
    },
    async render(list, links, see) {
      const files = new Map<string, FileEntry>();
      const take = dealPages(list, count);
      await Promise.all(
        workers.map(async (worker, index) => {
          const askForMore = () => {
            const range = take(index);
            const answer = range && worker.ask({ do: 'range', ...range });
            // Nobody waits for it any more where something goes wrong before it comes.
            answer?.catch(() => {});
            return answer;
          };
          for (let next = askForMore(); next;) {
            const answer = await next;
            // It goes on while we look at what it has made.
            next = askForMore();
            if (answer.did !== 'range') continue;
            for (const [path, entry] of answer.files) files.set(path, entry);
            links.take(answer.links);
            see(answer.files);
          }
        }),
      );
      return files;
    },
    end() {
      for (const { child } of workers) {
        if (PROFILES) child.disconnect();
        else child.kill();
      }
    },
  };
}

interface Range {
  from: number;
  to: number;
}

/**
 * Pages that stand beside each other show the same things, which each process works out for itself. So each goes through a stretch of its own,
 * and then helps where most is left, from the end. What there is once is dear and goes to whoever is free.
 */
function dealPages({ pages, single }: PageList, count: number): (worker: number) => Range | undefined {
  let next = 0;
  const stretches = Array.from({ length: count }, (_, index): Range => {
    const at = (place: number) => single + Math.floor(((pages - single) * place) / count);
    return { from: at(index), to: at(index + 1) };
  });
  const left = ({ from, to }: Range) => to - from;
  return (worker) => {
    if (next < single) return { from: next, to: ++next };
    const own = stretches[worker];
    if (own && left(own) > 0) {
      const from = own.from;
      own.from = Math.min(own.to, from + RANGE);
      return { from, to: own.from };
    }
    const other = stretches.toSorted((a, b) => left(b) - left(a))[0];
    if (!other || left(other) === 0) return undefined;
    const { to } = other;
    other.to = Math.max(other.from, to - RANGE);
    return { from: other.to, to };
  };
}

/** A second process costs more than it brings where there is little to do. */
const FEW = 200;
/** Each holds all records. */
const MOST = 4;
/** Megabytes for what a page leaves behind; with less, much of it is kept for longer than it is of use. */
const YOUNG_MEMORY = 32;
/** A folder for what the processor did in each process, to be looked at in the developer tools of a browser. */
const PROFILES = process.env.SLIPWAY_PROFILES;
/** Pages that are handed out at once. */
const RANGE = 50;

interface Worker {
  child: ChildProcess;
  /** One question at a time. */
  ask: (message: ToWorker) => Promise<FromWorker>;
}

function startWorker(): Worker {
  const code = getCompileCacheDir();
  const child = fork(join(import.meta.dirname, 'render-worker.ts'), {
    cwd: projectFolder,
    env: { ...plainEnvironment(), NODE_COMPILE_CACHE: code && dirname(code) },
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      `--max-semi-space-size=${YOUNG_MEMORY}`,
      ...(PROFILES ? ['--cpu-prof', `--cpu-prof-dir=${PROFILES}`] : []),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.on('data', (data) => (complaints = `${complaints}${String(data)}`.slice(-2_000)));
  return {
    child,
    ask: (message) =>
      new Promise((done, fail) => {
        const onExit = () => fail(new Error(`A process that renders pages has ended: ${complaints.trim()}`));
        child.once('exit', onExit);
        child.once('message', (answer: FromWorker) => {
          child.off('exit', onExit);
          if (answer.did === 'fail') fail(new Error(answer.message));
          else done(answer);
        });
        child.send(message);
      }),
  };
}
