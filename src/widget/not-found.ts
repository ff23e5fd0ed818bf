import { versionSlug } from '../release/version.ts';

/** `/releases/v1.2.0/`, as people type it, stands at `/releases/1-2-0/`. What is no such address stays where it is. */
const match = /^(.*\/releases\/(?:[^/]+\/)?)([^/]+)\/?$/.exec(decodeURI(location.pathname));
const goal = match && `${match[1]}${versionSlug(match[2] ?? '')}/`;
if (goal && goal !== `${match[1]}${match[2]}/`) location.replace(encodeURI(goal) + location.hash);
