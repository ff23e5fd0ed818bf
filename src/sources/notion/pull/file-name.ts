import { undashed } from '../ids.ts';

/** `pause-without-fees-c31862.md`: what the plan is called, and enough of its page's id that no two share a name. */
export function planFileName(title: string, pageId: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${slug || 'untitled'}-${undashed(pageId).slice(-8)}.md`;
}
