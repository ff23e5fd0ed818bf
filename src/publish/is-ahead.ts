/** True where a plan has a moment of publication, and it has not come. */
export function isAhead(publishAt: string | undefined, now: Date): boolean {
  return new Date(publishAt ?? 0) > now;
}
