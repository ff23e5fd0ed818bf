import { expect, test, vi } from 'vitest';
import { startProgress } from '../../scripts/progress.ts';

function fakeStream(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  return { stream: stream as unknown as NodeJS.WriteStream, written };
}

test('at a terminal one line tells how far it is, and counts down while Notion makes it wait', () => {
  vi.useFakeTimers();
  const { stream, written } = fakeStream(true);
  const progress = startProgress(stream);
  const shown = () => (written.at(-1) ?? '').replace('\r\u001B[2K', '');
  progress.show('Reading the plans', 3, 200);
  expect(shown()).toBe('Reading the plans … 3 of 200');
  progress.wait('Notion’s rate limit', 65_000);
  expect(shown()).toBe('Notion’s rate limit: going on in 1 min 5 s');
  progress.show('Reading the plans', 4, 200);
  vi.advanceTimersByTime(6000);
  expect(shown()).toBe('Notion’s rate limit: going on in 59 s');
  vi.advanceTimersByTime(60_000);
  progress.show('Reading the plans', 5, 200);
  expect(shown()).toBe('Reading the plans … 5 of 200');
  progress.end();
  const count = written.length;
  vi.advanceTimersByTime(10_000);
  expect([shown(), written.length]).toEqual(['', count]);
  vi.useRealTimers();
});

test('elsewhere there is a line for each hundred, and one for each pause however many wait for it', () => {
  const lines: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  const progress = startProgress(fakeStream(false).stream);
  for (let done = 1; done <= 250; done++) progress.show('Reading the plans', done, 250);
  for (let waiter = 0; waiter < 6; waiter++) progress.wait('Notion’s rate limit', 320_000);
  progress.end();
  write.mockRestore();
  expect(lines).toEqual([
    'Reading the plans: 100 of 250\n',
    'Reading the plans: 200 of 250\n',
    'Notion’s rate limit: going on in 5 min 20 s.\n',
  ]);
});
