import type { Processor } from 'unified';

/** Names as micromark gives them to its constructs. */
const blockConstructs = [
  ...[
    'blockQuote',
    'codeFenced',
    'codeIndented',
    'definition',
    'headingAtx',
    'htmlFlow',
    'list',
    'setextUnderline',
  ],
  ...[
    'thematicBreak',
    'gfmFootnoteDefinition',
    'gfmFootnoteCall',
    'gfmPotentialFootnoteCall',
    'table',
    'tasklistCheck',
  ],
];

/** A remark plugin for titles: nothing begins a block, so that `1. place` or `# 1` stays what its author wrote. */
export function inlineOnly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: blockConstructs } }];
}
