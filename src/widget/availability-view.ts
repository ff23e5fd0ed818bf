import type { ReaderFact, Verdict } from '../release/availability-verdict.ts';
import { availabilityStrings as strings } from '../site/compare-strings.ts';
import { make } from './search-elements.ts';

/**
 * An answer in words. The words of conditions are taken from the lists that stand on the page.
 * @param day when it is expected, as the page writes dates
 */
export function viewVerdict(verdict: Verdict, day: string): Node[] {
  const { answer, because, criterion, wave, partly, expected } = verdict;
  const isRollOut = answer === 'unknown' && because !== 'depends';
  return [
    make('p', { class: `ask-verdict ask-${answer}` }, strings.answers[answer]),
    make('p', {}, isRollOut ? strings.unknownRollOut : strings.because[because]),
    ...(criterion ? [wordsOf(criterion.text)] : []),
    ...(wave && answer !== 'yes' ? [make('p', {}, strings.wave(wave.name))] : []),
    ...(partly ? [make('p', {}, strings.partly(partly.name))] : []),
    ...(expected ? [make('p', {}, strings.expected(day))] : []),
    ...viewConditions(verdict),
  ];
}

function viewConditions({ missing, unless, onlyIf, inChannel, otherwise }: Verdict): Node[] {
  return [
    ...(missing?.length ? [make('p', {}, strings.missing(missing.map(nameOf).join(', ')))] : []),
    ...(unless ? [make('p', {}, strings.unless), ...unless.map(({ text }) => wordsOf(text))] : []),
    ...(onlyIf ? [make('p', {}, strings.onlyIf), ...onlyIf.map(({ text }) => wordsOf(text))] : []),
    ...(inChannel ? [make('p', {}, strings.inChannel(inChannel))] : []),
    ...(otherwise && otherwise.answer !== 'unknown'
      ? [
          make(
            'p',
            {},
            `${strings.otherwise} ${strings.answers[otherwise.answer]}. ${strings.because[otherwise.because]}`,
          ),
          ...(otherwise.partly ? [make('p', {}, strings.partly(otherwise.partly.name))] : []),
        ]
      : []),
  ];
}

function nameOf(fact: ReaderFact): string {
  return strings[fact];
}

/** `out 1` is the second item of the list of those who are left out. */
function wordsOf(place: string): HTMLElement {
  const item = document.querySelector(`[data-criterion="${CSS.escape(place)}"]`);
  return make('blockquote', {}, ...[...(item?.children ?? [])].map((part) => part.cloneNode(true)));
}
