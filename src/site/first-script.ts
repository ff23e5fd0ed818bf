/**
 * Runs before the first paint, so that nothing flashes and nothing moves once the other scripts have come. It stands in each page, for a
 * request of its own would hold up the first paint; the policy allows it by its hash, and no other.
 *
 * Sets `data-js`, `data-clipboard` where pages may write to it, `data-theme` where the reader has chosen one (where storage is shut it is
 * the system's), `data-waits` where an answer by version will push down or shorten what a page says, and `data-asked` where a changelog is asked for a combination of filters: its list comes in a moment, instead of the one in the page.
 */
export const firstScript = [
  'var d=document.documentElement.dataset,t,v,l=location;',
  "d.js='';",
  "if(navigator.clipboard)d.clipboard='';",
  "if(l.pathname.endsWith('/changelog/')&&/[?&](product|kind|q|view|page)=./.test(l.search))d.asked='';",
  "try{t=localStorage.getItem('theme');v=/(^|,)version:/.test(Object.keys(localStorage))}catch{}",
  "if(/\\/(compare|known-issues)\\/$/.test(l.pathname)&&(v||/[?&](from|version)=./.test(l.search)))d.waits='';",
  "if(t=='light'||t=='dark')d.theme=t",
].join('');

/** SHA-256 of the script, as Content-Security-Policy writes it; a test holds the two together. */
export const firstScriptHash = 'sha256-q7pSDI6bohqMxLBdifr/yYce0llI2p2Rtb9syUKPH7Y=';
