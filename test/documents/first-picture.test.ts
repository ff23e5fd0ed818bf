import { expect, test } from 'vitest';
import { firstPicture } from '../../src/documents/public/first-picture.ts';

test.each([
  [
    'Words.\n\n![A](/a.png "Said") ![A](/a-dark.png#dark)\n\n![B](/b.png)',
    '![A](/a.png "Said") ![A](/a-dark.png#dark)',
  ],
  ['![A film](/ride.mp4)', '![A film](/ride.mp4)'],
  ['Beside words ![A](/a.png) it is a sign.', undefined],
  ['- ![A](/a.png)', undefined],
  ['`![A](/a.png)`', undefined],
  ['Nothing to see.', undefined],
])('%j shows %j first', (text, picture) => {
  expect(firstPicture(text)).toBe(picture);
});
