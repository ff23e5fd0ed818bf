/** Every sentence that the site itself says. Texts of releases are not here: they come from their records. */
export const strings = {
  skip: 'Skip to content',
  nav: 'Main',
  changelog: 'Changelog',
  roadmap: 'Roadmap',
  releases: 'Releases',
  knownIssues: 'Known issues',
} as const;
