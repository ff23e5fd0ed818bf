import { versionSlug } from '../release/version.ts';
import { decoded } from './decoded.ts';

/** `/releases/v1.2.0/`, as people type it, stands at `/releases/1-2-0/`. What is no such address stays where it is. */
const match = /^(.*\/releases\/(?:[^/]+\/)?)([^/]+)\/?$/.exec(location.pathname);
const goal = match && `${match[1]}${encodeURIComponent(versionSlug(decoded(match[2] ?? '')))}/`;
if (goal && goal !== `${match[1]}${match[2]}/`) location.replace(goal + location.hash);
