/**
 * True where a line without line breaks or surrounding space holds nothing that Markdown or HTML reads in its own way, so that
 * it is its own rendering. Most titles are like that, and parsing them is most of the work on a long list.
 */
export function isPlainLine(line: string): boolean {
  return !SPECIAL.test(line);
}

const SPECIAL = /[\\`*_[\]<>&~@\r\n\t]|:\/\/|www\./i;
