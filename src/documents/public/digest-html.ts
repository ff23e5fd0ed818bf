import { textDirection } from '../../languages/tags.ts';
import type { Digest, DigestEntry } from './digest.ts';
import { escapeText } from './escape-text.ts';
import { printable } from './printable.ts';

const FACE = 'font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif';

/**
 * A digest as an e-mail in HTML: one file, styles on the elements, nothing loaded from anywhere, since programs for mail drop everything else.
 */
export function renderDigestHtml({ title, locale, url, more, entries }: Digest): string {
  const style = `margin:0 auto;max-width:600px;padding:24px;${FACE};font-size:16px;line-height:1.5;color:#1a1f1d;background:#ffffff`;
  return `<!doctype html>
<html lang="${plain(locale)}" dir="${textDirection(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${plain(title)}</title>
</head>
<body style="margin:0;background:#ffffff">
<div style="${style}">
<h1 style="margin:0 0 24px;font-size:24px;line-height:1.25"><a href="${plain(url)}" style="color:#1a1f1d;text-decoration:none">${plain(title)}</a></h1>
${entries.map((entry) => entryHtml(entry, more)).join('\n')}
</div>
</body>
</html>
`;
}

function entryHtml({ name, url, about, summary, groups }: DigestEntry, more: string): string {
  return [
    `<h2 style="margin:32px 0 4px;font-size:20px;line-height:1.3"><a href="${plain(url)}" style="color:#0b5a3c">${plain(name)}</a></h2>`,
    about && `<p style="margin:0 0 8px;color:#55605b;font-size:14px">${plain(about)}</p>`,
    summary && `<p style="margin:0 0 12px">${plain(summary)}</p>`,
    ...groups.flatMap(({ heading, titles, left }) => [
      `<h3 style="margin:16px 0 4px;font-size:16px">${plain(heading)}</h3>`,
      `<ul style="margin:0;padding-inline-start:20px">${titles.map((text) => `<li>${plain(text)}</li>`).join('')}${left ? `<li><a href="${plain(url)}" style="color:#0b5a3c">${plain(left)}</a></li>` : ''}</ul>`,
    ]),
    `<p style="margin:12px 0 0"><a href="${plain(url)}" style="color:#0b5a3c">${plain(more)}</a></p>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function plain(text: string): string {
  return escapeText(printable(text)).replaceAll('"', '&quot;');
}
