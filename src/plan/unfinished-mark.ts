/**
 * True for words that begin as those do that are not finished, or not for everybody: “TODO: ask Sales”, “[Draft] Faster tills”, “Note to self – …”.
 * They keep nothing inside, for what an author means by them is not known.
 */
export function beginsUnfinished(text: string): boolean {
  return [CAPITALS, LABEL, TITLE, CLAUSE].some((pattern) => pattern.test(text));
}

const BEFORE = String.raw`^[^\p{L}\p{N}]*`;
/** In small letters, “todo” may be what a product has, and “internal” what it is. */
const CAPITALS = new RegExp(
  String.raw`${BEFORE}(?:TODO|FIXME|WIP|TBD|XXX|INTERNAL|CONFIDENTIAL)(?![\p{L}\p{N}_-])`,
  'u',
);
/** What those who make a release write for each other. */
const WORK =
  '(?:meeting|review|working|sales|support) notes|meeting minutes|acceptance criteria|definition of done|decision log|talking points|open questions?|action items?|(?:competitive|competitor) analysis|cost estimate|parking lot|scratch ?pad';
/** “Private notes” as a title. */
const TITLE = new RegExp(
  String.raw`${BEFORE}(?:(?:private|team|draft)(?: notes?)?|${WORK})[^\p{L}\p{N}]*$`,
  'iu',
);
/** Nothing else begins so. */
const CLAUSE = new RegExp(String.raw`${BEFORE}(?:under (?:nda|embargo)|embargoed until)(?!\p{L})`, 'iu');
const WORDS = [
  String.raw`(?:first |early )?draft|wip|work in progress|to[ -]?do|fix[ -]?me|tb[dc]|placeholder`,
  String.raw`private(?: note)?|secret|off the record|(?:under |for )?embargo(?:ed)?(?: until [^:]{1,20})?|(?:under )?nda`,
  String.raw`(?:author|editor|reviewer|team)['’]?s?['’]? note|notes? (?:to|for) (?:self|myself|(?:the )?(?:team|reviewers?|editors?|authors?|support|sales|marketing|legal|engineering|qa))`,
  String.raw`(?:for )?(?:the )?(?:team|staff|employees|company|engineering|sales|support) only|not for (?:everyone|everybody|the public|release)`,
  String.raw`(?:for )?(?:your )?eyes only|sensitive|restricted|classified|attendees|decisions?|${WORK}`,
  String.raw`(?:delete|remove)(?: this)? before (?:publishing|publication|release|launch|shipping)`,
  'privat|entwurf|notiz an mich|nicht für kunden|brouillon|privé|borrador|privado|bozza|rascunho|下書き|未公開|未定|مسودة|خاص',
].join('|');
const LABEL = new RegExp(
  String.raw`${BEFORE}(?:(?:${WORDS})\s*(?:[:：]|[–—-]+\s)|(?<=[[({【「])(?:${WORDS})[\])}】」])`,
  'iu',
);
