import { expect, test } from 'vitest';
import { refuseCollisions } from '../../src/site/collisions.ts';

test('two records at one address are refused by name', () => {
  const claims = [
    { file: 'app/one.yaml', address: '/releases/1-0/' },
    { file: 'app/two.yaml', address: '/releases/2-0/' },
    { file: 'app/three.yaml', address: '/releases/1-0/' },
  ];
  expect(() => refuseCollisions(claims)).toThrow(
    'app/one.yaml and app/three.yaml would both stand at /releases/1-0/.',
  );
  expect(() => refuseCollisions(claims.slice(0, 2))).not.toThrow();
});
