/** The whole look. A page changes it by `--whats-new-…` properties and by parts. */
export const css = `
:host{--a:var(--whats-new-accent,light-dark(#0b5345,#7fd6bf));--b:var(--whats-new-background,light-dark(#fff,#16201d));
--t:var(--whats-new-text,light-dark(#17211e,#e8f0ed));--q:var(--whats-new-quiet,light-dark(#4a5753,#b3c0bb));
--l:var(--whats-new-line,light-dark(#dde3e0,#33413c));--r:var(--whats-new-radius,.5rem);
display:inline-block;font:var(--whats-new-font,inherit);color:var(--t);text-align:start}
:host([look=list]),:host([look=banner]){display:block}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box}
p,ul{margin:0;padding:0;list-style:none}
button{font:inherit;color:inherit;cursor:pointer}
:focus-visible{outline:2px solid var(--a);outline-offset:2px;border-radius:2px}
a{color:var(--a);text-underline-offset:.2em}
[part~=button]{display:inline-flex;gap:.5em;align-items:center;min-height:2rem;padding:.25em .75em;border:1px solid var(--l);border-radius:var(--r);background:var(--b)}
[part~=count]{min-width:1.5em;padding:0 .4em;border-radius:1em;background:var(--a);color:var(--b);font-size:.8125em;font-weight:600;line-height:1.5;text-align:center;font-variant-numeric:tabular-nums}
[part~=panel]{position:fixed;inset:auto;margin:0;padding:0;width:min(23rem,100vw - 1rem);max-height:min(34rem,100vh - 1rem);overflow:auto;overscroll-behavior:contain;border:1px solid var(--l);border-radius:var(--r);background:var(--b);color:var(--t);box-shadow:var(--whats-new-shadow,0 8px 32px rgb(0 0 0/.18))}
[part~=panel]:focus{outline:none}
[part~=head]{display:flex;align-items:center;justify-content:space-between;gap:1em;padding:.75rem 1rem}
[part~=heading]{font-weight:600}
[part~=close]{display:grid;place-items:center;flex:none;width:2rem;height:2rem;padding:0;border:0;border-radius:var(--r);background:none;font-size:1.25em;line-height:1}
[part~=entry]{padding:.75rem 1rem;border-top:1px solid var(--l)}
[part~=meta],[part~=kinds]{color:var(--q);font-size:.8125em}
[part~=title]{display:inline-block;padding:.125rem 0;font-weight:600;overflow-wrap:anywhere}
[part~=summary]{margin-top:.25rem;font-size:.9375em;overflow-wrap:anywhere}
[part~=kinds]{margin-top:.25rem}
[part~=new]{margin-inline-end:.5em;padding:0 .4em;border-radius:.3em;background:var(--a);color:var(--b)}
[part~=more],[part~=none]{padding:.75rem 1rem;border-top:1px solid var(--l)}
[part~=more] a{display:inline-block;padding:.125rem 0}
[part~=section]{border:1px solid var(--l);border-radius:var(--r);background:var(--b)}
[part~=banner]{display:flex;align-items:center;gap:.75em;padding:.5rem .75rem;border:1px solid var(--l);border-radius:var(--r);background:var(--b)}
[part~=banner] p{flex:1;min-width:0}
[part~=unseen]{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(forced-colors:active){[part~=count],[part~=new]{border:1px solid}}
`;
