/** Pixels of every picture for shared links: what networks show large without cutting it. */
export const shareImageSize = { width: 1200, height: 630 } as const;
