import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Site } from '../../src/release/site.ts';
import { keptCode } from '../kept-code.ts';
import { projectFolder } from '../project-folder.ts';
import { plainEnvironment } from './astro.ts';
import { dealChosen, dealPages } from './deal-pages.ts';
import type { ShareRecords } from '../../src/documents/public/share-image-records.ts';
import type { ChosenFiles, FromWorker, MadeRange, PageList, RenderJob, ToWorker } from './messages.ts';
import type { RecordShards } from './record-shards.ts';

/** Processes that parse records and render pages. */
export interface Workers {
  /**
   * Parses what is new in some shards.
   * @throws {Error} that names the record that cannot be read
   */
  parse: (records: RecordShards, shards: readonly number[]) => Promise<void>;
  /**
   * What there is to render.
   * @param texts the folder where it is kept what texts come to
   * @param onTold called once all of them have been told: the list of records is longer than what can be on its way while this process is busy
   */
  list: (job: Omit<RenderJob, 'texts'>, texts: string, onTold: () => void) => Promise<PageList>;
  /** What has a picture of its own for shared links, in each of a site's languages. */
  share: (sites: Site[]) => Promise<ShareRecords[]>;
  /**
   * Renders what is on the list, or finds it good as it stands.
   * @param chosen by series, the files to look at, each with what is known of it where it is as it was written; all where it is absent
   * @param onMade told of each range of pages as soon as it is rendered
   * @throws {Error} that names the page that cannot be rendered
   */
  render: (
    list: PageList,
    chosen: readonly ChosenFiles[] | undefined,
    onMade: (series: number, made: MadeRange) => void,
  ) => Promise<void>;
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
    async parse(records, shards) {
      await Promise.all(
        workers.map((worker, index) => {
          const own = shards.filter((_, place) => place % count === index);
          return own.length > 0 ? worker.ask({ do: 'parse', records, shards: own }) : undefined;
        }),
      );
    },
    async list(job, folder, onTold) {
      let untold = count;
      const onSent = () => {
        untold -= 1;
        if (untold === 0) onTold();
      };
      const [first] = await Promise.all(
        workers.map((worker, index) =>
          worker.ask({ do: 'render', job: { ...job, texts: { folder, own: String(index) } } }, onSent),
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
    async render(list, chosen, onMade) {
      const deal = chosen ? dealChosen(chosen, count) : dealPages(list, count);
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
            onMade(range.series, answer.made);
          }
          await worker.ask({ do: 'save' });
        }),
      );
    },
    end() {
      for (const { child } of workers) {
        if (PROFILES) child.disconnect();
        else child.kill();
      }
    },
  };
}

/** Records. A second process for one language costs more than it brings where there are fewer. */
const FEW = 200;
/** Each holds all records. */
const MOST = 4;
/** Megabytes for what a page leaves behind; with less, much of it is kept for longer than it is of use. */
const YOUNG_MEMORY = 32;
/**
 * From how many megabytes on, and after how many per cent more, a process collects what it no longer needs. By itself it would grow to a multiple
 * of that: a sixth more memory in all, for a thirtieth of the time.
 */
const OLD_MEMORY = { begins: 200, growth: 50 };
/** A folder for what the processor did in each process, to be looked at in the developer tools of a browser. */
const PROFILES = process.env.SLIPWAY_PROFILES;

interface Worker {
  child: ChildProcess;
  /** One question at a time: each waits for the answer to the one before. */
  ask: (message: ToWorker, onSent?: () => void) => Promise<FromWorker>;
}

function startWorker(): Worker {
  const child = fork(join(import.meta.dirname, 'render-worker.ts'), {
    cwd: projectFolder,
    env: { ...plainEnvironment(), ...keptCode() },
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      `--max-semi-space-size=${YOUNG_MEMORY}`,
      `--initial-old-space-size=${OLD_MEMORY.begins}`,
      `--heap-growing-percent=${OLD_MEMORY.growth}`,
      ...(PROFILES ? ['--cpu-prof', `--cpu-prof-dir=${PROFILES}`] : []),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.on('data', (data) => (complaints = `${complaints}${String(data)}`.slice(-2_000)));
  const ask = (message: ToWorker, onSent?: () => void) =>
    new Promise<FromWorker>((done, fail) => {
      const onExit = () => fail(new Error(`A process that renders pages has ended: ${complaints.trim()}`));
      child.once('exit', onExit);
      child.once('message', (answer: FromWorker) => {
        child.off('exit', onExit);
        if (answer.did === 'fail') fail(new Error(answer.message));
        else done(answer);
      });
      child.send(message, onSent && (() => onSent()));
    });
  let last: Promise<unknown> = Promise.resolve();
  return {
    child,
    ask(message, onSent) {
      const answer = last.then(() => ask(message, onSent));
      last = answer.catch(() => {});
      return answer;
    },
  };
}
