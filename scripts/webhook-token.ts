import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, replaceFile } from './folders.ts';

/** The verification token of a webhook, from the environment or as the handshake left it. */
export function readWebhookToken(content: string): string | undefined {
  const given = process.env['NOTION_WEBHOOK_TOKEN']?.trim();
  if (given) return given;
  try {
    return readFileSync(webhookTokenPath(content), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the token where version control does not look, for its owner alone. */
export function writeWebhookToken(content: string, token: string): void {
  const path = webhookTokenPath(content);
  makeFolder(dirname(path));
  replaceFile(path, `${token}\n`, 0o600);
}

export function webhookTokenPath(content: string): string {
  return join(content, '.slipway', 'webhook-token');
}
