/** Callouts of Notion as the alerts of Markdown, by their icons; the first icon of a kind is what an alert gets there. */
const ICONS: Readonly<Record<string, readonly string[]>> = {
  NOTE: ['ℹ️', '📝', '🗒️'],
  TIP: ['💡', '✅', '🌟', '👉'],
  IMPORTANT: ['❗', '‼️', '📌', '📣'],
  WARNING: ['⚠️', '🚧', '⏰'],
  CAUTION: ['🛑', '🚨', '⛔', '🔥', '❌'],
};

/** The word of an alert; any other icon, and none, is a note. */
export function alertOf(icon: string): string {
  const bare = (text: string) => text.replaceAll('\uFE0F', '');
  const found = Object.entries(ICONS).find(([, icons]) => icons.some((each) => bare(each) === bare(icon)));
  return found?.[0] ?? 'NOTE';
}

export function iconOf(alert: string): string | undefined {
  return ICONS[alert.toUpperCase()]?.[0];
}
