import { type Client, isFullPage } from '@notionhq/client';
import { statusOf } from '../client/explain.ts';
import { undashed } from '../ids.ts';

/** Why a page is gone; `unsure` where Notion would not say. */
export type Absence = 'trashed' | 'archived' | 'moved' | 'not shared' | 'still there' | 'unsure';

/** Asks for one page that a complete sweep did not show. Only what is certain counts as gone. */
export async function askForMissing(client: Client, pageId: string, dataSource: string): Promise<Absence> {
  try {
    const page = await client.pages.retrieve({ page_id: pageId });
    if (!isFullPage(page)) return 'unsure';
    if (page.in_trash) return 'trashed';
    if (page.is_archived) return 'archived';
    const { parent } = page;
    const isHere =
      parent.type === 'data_source_id' && undashed(parent.data_source_id) === undashed(dataSource);
    return isHere ? 'still there' : 'moved';
  } catch (error) {
    return statusOf(error) === 404 ? 'not shared' : 'unsure';
  }
}
