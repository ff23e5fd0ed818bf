/** “No”, “none”, “n/a”: an answer that says there is nothing. */
export function isNo(text: string): boolean {
  return /^(?:no|none|false|n\/?a|not applicable|nothing|nil|-|–|—|)\.?$/i.test(text.trim());
}

/** The same where words are listed: there, “NO” is Norway. */
export function isNothing(text: string): boolean {
  return isNo(text) && !/^(?:no|false)$/i.test(text.trim());
}
