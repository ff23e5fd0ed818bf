/**
 * The words of a text as they are compared: without case, accents, styles and invisible characters, each without its commonest endings. Search
 * indexes and other programs change words in all these ways.
 */
export function wordsOf(text: string): string[] {
  // Stryker disable next-line ConditionalExpression,Regex: saves time only, as none of the rest concerns these characters.
  if (!/[^\x00-\x7f]/.test(text))
    return (
      text
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.map(stemOf) ?? []
    );
  const plain = text
    .replace(/[\u115F\u1160\u3164\uFFA0]/g, ' ')
    .normalize('NFKD')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Mn}]/gu, '')
    .toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== '')
    .map(stemOf);
}

function stemOf(word: string): string {
  const single = word.length > 3 ? word.replace(/(?<!s)s$/, '') : word;
  return single.length > 5 ? single.replace(/(?:ing|ed|ly|e)$/, '') : single;
}

/** Sentences and other parts whose words do not belong together. */
export function sentencesOf(text: string): string[] {
  return text.split(/[.!?:;|](?!\d)/);
}

/**
 * Words that name something on their own: e-mail addresses, ticket numbers, codes.
 * @param tickets in a plan a ticket is in capitals; elsewhere it may have been changed
 */
export function namesIn(text: string, tickets: 'capitals' | 'any case'): string[] {
  // Stryker disable next-line ConditionalExpression,Regex: saves time only, as every such name has one of these.
  if (!/[@\d]/.test(text)) return [];
  const plain = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  // Stryker disable next-line ConditionalExpression,StringLiteral: saves time only.
  const mails = plain.includes('@') ? plain.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) : [];
  const codes = [...plain.matchAll(/\b[A-Za-z0-9]{10,40}\b/g)].filter(
    ([word]) => /\d/.test(word) && /[a-z]/i.test(word),
  );
  return [...mails, ...plain.matchAll(TICKETS[tickets]), ...codes].map(([name]) => name.toLowerCase());
}

const TICKETS = { capitals: /\b[A-Z]{2,10}-\d+\b/g, 'any case': /\b[a-z]{2,10}-\d+\b/gi };
