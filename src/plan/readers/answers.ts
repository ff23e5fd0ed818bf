/** “No”, “none”, “n/a”: an answer that says there is nothing. */
export function isNo(text: string): boolean {
  return /^(?:no|none|false|n\/?a|not applicable|nothing|nil|-|–|—|)\.?$/i.test(text.trim());
}
