import { expect, test } from 'vitest';
import { isLeftBehind } from '../../../scripts/build/site-files.ts';

test('what systems and editors leave behind is no part of a site', () => {
  const left = [
    '.DS_Store',
    '.npmrc',
    '~$plan.docx',
    'images/.DS_Store',
    'images/._map.png',
    'Thumbs.db',
    'a/desktop.ini',
    '.env',
    '.env.local',
  ];
  for (const path of [
    ...left,
    '.git/config',
    'map.png~',
    '.map.svg.swp',
    '#map.svg#',
    '.vscode/settings.json',
  ])
    expect(isLeftBehind(path), path).toBe(true);
  const meant = [
    '.htaccess',
    '.nojekyll',
    '.well-known/security.txt',
    '_headers',
    'images/map.png',
    'a~b.png',
    'environment.json',
  ];
  for (const path of [...meant, 'git/config', 'c#.html', 'swp']) expect(isLeftBehind(path), path).toBe(false);
});
