import { startCopyButtons } from './copy.ts';
import { startKeys } from './keys.ts';
import './search-opener.ts';
import { startThemeToggle } from './theme-toggle.ts';

/** What every page loads. */
startThemeToggle();
startCopyButtons();
startKeys();
