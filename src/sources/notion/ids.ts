/** Ids come with and without dashes; without them they compare. */
export function undashed(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}

/**
 * The id that an id or link of Notion holds, with dashes. In a link it stands at the end of the path, behind the title; what stands behind `?` is
 * a view.
 */
export function readNotionId(idOrLink: string): string | undefined {
  const [path = ''] = idOrLink.trim().split(/[?#]/, 1);
  const inQuery = /[?&](?:p|page_id|database_id)=([^&#]*)/.exec(idOrLink)?.[1] ?? '';
  const found = lastId(path) ?? lastId(inQuery);
  return found?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function lastId(text: string): string | undefined {
  const ids = [...text.matchAll(/(?<![0-9a-f])[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}(?![0-9a-f])/gi)];
  const last = ids.at(-1)?.[0];
  return last && undashed(last);
}
