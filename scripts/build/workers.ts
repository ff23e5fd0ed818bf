import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Site } from '../../src/release/site.ts';
import { keptCode } from '../kept-code.ts';
import { projectFolder } from '../project-folder.ts';
import { plainEnvironment } from './astro.ts';
import { dealPages } from './deal-pages.ts';
import type { ShareRecords } from '../../src/documents/public/share-image.ts';
import type { LinkTable } from './link-table.ts';
import type { FileEntry } from './manifest.ts';
import type { FromWorker, PageList, RenderJob, ToWorker } from './messages.ts';
import type { RecordShards } from './record-shards.ts';

/** Processes that parse records and render pages. */
export interface Workers {
  /** @throws {Error} that names the record that cannot be read */
  parse: (records: RecordShards) => Promise<void>;
  /**
   * What there is to render.
   * @param texts the folder where it is kept what texts come to
   */
  list: (job: Omit<RenderJob, 'texts'>, texts: string) => Promise<PageList>;
  /** What has a picture of its own for shared links, in each of a site's languages. */
  share: (sites: Site[]) => Promise<ShareRecords[]>;
  /**
   * Renders what is on the list, or finds it good as it stands.
   * @param known the files of the site as they were written down
   * @param links where the links of what was rendered are put
   * @param see told of files as soon as they are rendered
   * @throws {Error} that names the page that cannot be rendered
   */
  render: (
    list: PageList,
    known: ReadonlyMap<string, FileEntry>,
    links: LinkTable,
    see: (files: [string, FileEntry][]) => void,
  ) => Promise<Map<string, FileEntry>>;
  end: () => void;
}

/**
 * As many as there are cores: all for one language after the other, or, where there is little to do, one for a language at the same time as
 * others for the next ones.
 */
export function startTeams(records: number, languages: number): [Workers, ...Workers[]] {
  const cores = Math.min(MOST, availableParallelism());
  if (records >= FEW) return [startWorkers(cores)];
  const others = Array.from({ length: Math.min(languages, cores) - 1 }, () => startWorkers(1));
  return [startWorkers(1), ...others];
}

function startWorkers(count: number): Workers {
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
    async list(job, folder) {
      const [first] = await Promise.all(
        workers.map((worker, index) =>
          worker.ask({ do: 'render', job: { ...job, texts: { folder, own: String(index) } } }),
        ),
      );
      if (first?.did !== 'list') throw new Error('The pages could not be listed.');
      return first.list;
    },
    async share(sites) {
      const answer = await workers[0]?.ask({ do: 'share', sites });
      if (answer?.did !== 'share') throw new Error('The pictures could not be listed.');
      return answer.share;
    },
    async render(list, known, links, see) {
      const files = new Map<string, FileEntry>();
      const deal = dealPages(list, count);
      const askForMore = async (worker: Worker, index: number) => {
        const range = await deal.take(index);
        return range && { range, answer: await worker.ask({ do: 'range', range }) };
      };
      await Promise.all(
        workers.map(async (worker, index) => {
          for (let next = askForMore(worker, index); ;) {
            const done = await next;
            if (done?.answer.did !== 'range') break;
            const { range, answer } = done;
            deal.count(range.series, answer.made.of);
            // It goes on while we look at what it has made.
            next = askForMore(worker, index);
            // Nobody waits for it any more where something goes wrong before it comes.
            next.catch(() => {});
            const { made } = answer;
            for (const path of made.kept) files.set(path, { ...entryOf(known, path), fresh: false });
            for (const [path, entry] of made.files) files.set(path, entry);
            links.take(made.links);
            see(made.files);
          }
          await worker.ask({ do: 'save' });
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

function entryOf(known: ReadonlyMap<string, FileEntry>, path: string): FileEntry {
  const entry = known.get(path);
  if (!entry) throw new Error(`Nothing is known of \`${path}\`, which was to stay as it is.`);
  return entry;
}

/** Records. A second process for one language costs more than it brings where there are fewer. */
const FEW = 200;
/** Each holds all records. */
const MOST = 4;
/** Megabytes for what a page leaves behind; with less, much of it is kept for longer than it is of use. */
const YOUNG_MEMORY = 32;
/** A folder for what the processor did in each process, to be looked at in the developer tools of a browser. */
const PROFILES = process.env.SLIPWAY_PROFILES;

interface Worker {
  child: ChildProcess;
  /** One question at a time: each waits for the answer to the one before. */
  ask: (message: ToWorker) => Promise<FromWorker>;
}

function startWorker(): Worker {
  const child = fork(join(import.meta.dirname, 'render-worker.ts'), {
    cwd: projectFolder,
    env: { ...plainEnvironment(), ...keptCode() },
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
  const ask = (message: ToWorker) =>
    new Promise<FromWorker>((done, fail) => {
      const onExit = () => fail(new Error(`A process that renders pages has ended: ${complaints.trim()}`));
      child.once('exit', onExit);
      child.once('message', (answer: FromWorker) => {
        child.off('exit', onExit);
        if (answer.did === 'fail') fail(new Error(answer.message));
        else done(answer);
      });
      child.send(message);
    });
  let last: Promise<unknown> = Promise.resolve();
  return {
    child,
    ask(message) {
      const answer = last.then(() => ask(message));
      last = answer.catch(() => {});
      return answer;
    },
  };
}
