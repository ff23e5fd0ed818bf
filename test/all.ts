import { spawn } from 'node:child_process';

/**
 * `npm test`: every check, in two lanes that run beside each other, for most machines have two cores and the types know only one. A check
 * that is fine is a line and its counts; one that is not shows what it has said.
 */
const lanes = [
  ['check:unit', 'check:house'],
  ['check:format', 'check:lint', 'check:unused', 'check:types'],
];

const started = performance.now();
const results = await Promise.all(lanes.map(runLane));
const isFine = results.flat().every(Boolean);
process.stdout.write(`${isFine ? 'All is well' : 'Something is wrong'}, after ${seconds(started)}.\n`);
process.exitCode = isFine ? 0 : 1;

async function runLane(checks: readonly string[]): Promise<boolean[]> {
  const fine: boolean[] = [];
  for (const check of checks) fine.push(await run(check));
  return fine;
}

function run(check: string): Promise<boolean> {
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn('npm', ['run', '--silent', check], { shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    child.on('close', (code) => {
      const line = `${code === 0 ? '✔' : '✖'} ${check}, ${seconds(began)}\n`;
      const counts = output.split('\n').filter((each) => /^ +Tests /.test(each));
      process.stdout.write(
        code === 0 ? [line, ...counts.map((each) => `${each}\n`)].join('') : `${output}${line}`,
      );
      done(code === 0);
    });
  });
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0)} s`;
}
