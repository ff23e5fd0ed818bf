/** A password of a machine that stands in a text, by its first letters; `undefined` where none does. Most who give them out have a form of their own. */
export function findKey(text: string): { from: number; name: string } | undefined {
  const found = KEY.exec(text);
  return found ? { from: found.index, name: `${found[0].slice(0, SHOWN)}…` } : undefined;
}

/** Characters: a message may stand in the log of a public build. */
const SHOWN = 8;
const KEY = new RegExp(
  String.raw`(?<![\w-])(?:${[
    // GitHub, GitLab, npm
    'gh[pousr]_[A-Za-z0-9]{36}',
    String.raw`github_pat_\w{22}`,
    String.raw`glpat-[\w-]{20}`,
    'npm_[A-Za-z0-9]{36}',
    // Amazon, Google
    '(?:AKIA|ASIA)(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}(?![A-Z0-9])',
    String.raw`AIza[\w-]{35}`,
    // Slack, Notion, Stripe, and those of language models
    String.raw`xox[abeprs]-[\w-]{10}`,
    'ntn_[A-Za-z0-9]{40}',
    '[rs]k_live_[A-Za-z0-9]{16}',
    String.raw`sk-(?:ant|proj)-[\w-]{20}`,
    // JSON Web Tokens (RFC 7519) of which the payload is an object, too
    String.raw`eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{20}`,
  ].join('|')})|-----BEGIN (?:[A-Z]+ ){0,2}PRIVATE KEY-----`,
);
