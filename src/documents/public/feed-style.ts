import { escapeText } from './escape-text.ts';

/** What a person reads who opens a feed in a browser. */
export interface FeedStyleWords {
  lead: string;
  hint: string;
  page: string;
  older: string;
  newest: string;
}

/** XSLT 1.0 knows no dates; what all languages can read is made of these. */
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * An XSLT 1.0 style sheet that makes a page of RSS and of Atom: titles, days and summaries, with the style sheet of the same name. The
 * full texts are HTML inside a text, which no style sheet may put into a page.
 */
export function renderFeedStyle(
  css: string,
  words: FeedStyleWords,
  direction: 'ltr' | 'rtl' = 'ltr',
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:atom="http://www.w3.org/2005/Atom" exclude-result-prefixes="atom">
<xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>

<xsl:template match="/rss/channel">
  <xsl:call-template name="page">
    <xsl:with-param name="language" select="language"/>
    <xsl:with-param name="title" select="title"/>
    <xsl:with-param name="self" select="atom:link[@rel='self']/@href"/>
    <xsl:with-param name="url" select="link"/>
    <xsl:with-param name="links" select="atom:link"/>
    <xsl:with-param name="entries" select="item"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="/rss">
  <xsl:apply-templates select="channel"/>
</xsl:template>

<xsl:template match="/atom:feed">
  <xsl:call-template name="page">
    <xsl:with-param name="language" select="@xml:lang"/>
    <xsl:with-param name="title" select="atom:title"/>
    <xsl:with-param name="self" select="atom:link[@rel='self']/@href"/>
    <xsl:with-param name="url" select="atom:link[@rel='alternate']/@href"/>
    <xsl:with-param name="links" select="atom:link"/>
    <xsl:with-param name="entries" select="atom:entry"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="page">
  <xsl:param name="language"/>
  <xsl:param name="title"/>
  <xsl:param name="self"/>
  <xsl:param name="url"/>
  <xsl:param name="links"/>
  <xsl:param name="entries"/>
  <html lang="{$language}" dir="${direction}">
    <head>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title><xsl:value-of select="$title"/></title>
      <link rel="stylesheet" href="${escapeText(css)}"/>
    </head>
    <body>
      <main class="feed-page">
        <p class="feed-lead">${escapeText(words.lead)}</p>
        <h1><xsl:value-of select="$title"/></h1>
        <p>${escapeText(words.hint)}</p>
        <p class="feed-address"><code><xsl:value-of select="$self"/></code></p>
        <p><a href="{$url}">${escapeText(words.page)}</a></p>
        <ol>
          <xsl:for-each select="$entries">
            <li>
              <xsl:if test="@xml:lang">
                <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
              </xsl:if>
              <xsl:choose>
                <xsl:when test="self::item">
                  <p class="feed-day"><xsl:value-of select="substring(pubDate, 13, 4)"/>-<xsl:value-of select="format-number(string-length(substring-before('${MONTHS}', substring(pubDate, 9, 3))) div 3 + 1, '00')"/>-<xsl:value-of select="substring(pubDate, 6, 2)"/></p>
                  <h2 dir="auto"><a href="{link}"><xsl:value-of select="title"/></a></h2>
                  <p dir="auto"><xsl:value-of select="description"/></p>
                </xsl:when>
                <xsl:otherwise>
                  <p class="feed-day"><xsl:value-of select="substring(atom:published, 1, 10)"/></p>
                  <h2 dir="auto"><a href="{atom:link/@href}"><xsl:value-of select="atom:title"/></a></h2>
                  <p dir="auto"><xsl:value-of select="atom:summary"/></p>
                </xsl:otherwise>
              </xsl:choose>
            </li>
          </xsl:for-each>
        </ol>
        <xsl:for-each select="$links[@rel='prev-archive']">
          <p><a href="{@href}">${escapeText(words.older)}</a></p>
        </xsl:for-each>
        <xsl:for-each select="$links[@rel='current']">
          <p><a href="{@href}">${escapeText(words.newest)}</a></p>
        </xsl:for-each>
      </main>
    </body>
  </html>
</xsl:template>
</xsl:stylesheet>
`;
}

/** CSS with the same words, for browsers that know no XSLT any more: a feed that is shown as it is has nothing else to say them with. */
export function renderFeedWords(words: FeedStyleWords, direction: 'ltr' | 'rtl' = 'ltr'): string {
  const lines = Object.entries(words).map(([name, word]) => `--feed-${name}: ${quoteCss(word)};`);
  return `@layer parts { rss, feed { direction: ${direction}; ${lines.join(' ')} } }\n`;
}

/** CSS Syntax §4.3.7: what would end a string stands there by its number. */
function quoteCss(text: string): string {
  const inside = text.replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
  return `"${inside}"`;
}
