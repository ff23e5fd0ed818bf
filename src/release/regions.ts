/**
 * What lies in which region: the one table of the project. Countries are ISO 3166-1 alpha-2 codes, by sub-region of the United Nations'
 * M49 standard (unstats.un.org/unsd/methodology/m49), with Taiwan in Eastern Asia as Unicode CLDR has it. Unions of states are as their
 * treaties have them: EU and EEA since 2020-02-01, ASEAN since 2025-10-26. What trade calls EMEA, APAC and the like has no such source: there,
 * countries that some count in and some do not are under `perhaps`.
 */
const SUB_REGIONS = {
  'northern africa': 'DZ EG EH LY MA SD TN',
  'eastern africa': 'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW',
  'middle africa': 'AO CD CF CG CM GA GQ ST TD',
  'southern africa': 'BW LS NA SZ ZA',
  'western africa': 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  caribbean: 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  'central america': 'BZ CR GT HN MX NI PA SV',
  'south america': 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE',
  'northern america': 'BM CA GL PM US',
  'central asia': 'KG KZ TJ TM UZ',
  'eastern asia': 'CN HK JP KP KR MN MO TW',
  'south-eastern asia': 'BN ID KH LA MM MY PH SG TH TL VN',
  'southern asia': 'AF BD BT IN IR LK MV NP PK',
  'western asia': 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  'eastern europe': 'BG BY CZ HU MD PL RO RU SK UA',
  'northern europe': 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
  'southern europe': 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA',
  'western europe': 'AT BE CH DE FR LI LU MC NL',
  'australia and new zealand': 'AU CC CX HM NF NZ',
  melanesia: 'FJ NC PG SB VU',
  micronesia: 'FM GU KI MH MP NR PW UM',
  polynesia: 'AS CK NU PF PN TK TO TV WF WS',
  antarctica: 'AQ',
} as const;

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';

/** Words of other groups and of codes; `perhaps` names what is not agreed upon. */
const GROUPS: Record<string, { of: string; perhaps?: string }> = {
  eu: { of: EU },
  'european union': { of: EU },
  eea: { of: `${EU} IS LI NO` },
  efta: { of: 'CH IS LI NO' },
  benelux: { of: 'BE LU NL' },
  dach: { of: 'AT CH DE', perhaps: 'LI' },
  nordics: { of: 'DK FI IS NO SE', perhaps: 'AX FO GL SJ' },
  baltics: { of: 'EE LT LV' },
  asean: { of: 'BN ID KH LA MM MY PH SG TH TL VN' },
  gcc: { of: 'AE BH KW OM QA SA' },
  anz: { of: 'AU NZ' },
  africa: {
    of: all(['northern africa', 'eastern africa', 'middle africa', 'southern africa', 'western africa']),
  },
  'north america': { of: all(['northern america', 'central america', 'caribbean']) },
  latam: { of: all(['south america', 'central america'], 'DO'), perhaps: all(['caribbean']) },
  'latin america': { of: all(['south america', 'central america'], 'DO'), perhaps: all(['caribbean']) },
  americas: { of: all(['northern america', 'central america', 'caribbean', 'south america']) },
  amer: { of: all(['northern america', 'central america', 'caribbean', 'south america']) },
  asia: { of: all(['central asia', 'eastern asia', 'south-eastern asia', 'southern asia', 'western asia']) },
  europe: {
    of: all(['eastern europe', 'northern europe', 'southern europe', 'western europe']),
    perhaps: 'CY TR',
  },
  oceania: { of: all(['australia and new zealand', 'melanesia', 'micronesia', 'polynesia']) },
  'middle east': { of: 'AE BH EG IL IQ IR JO KW LB OM PS QA SA SY YE', perhaps: 'CY TR' },
  mena: { of: 'AE BH DZ EG IL IQ IR JO KW LB LY MA OM PS QA SA SY TN YE', perhaps: 'DJ EH KM MR SD SO TR' },
  emea: {
    of: all(
      ['eastern europe', 'northern europe', 'southern europe', 'western europe', 'western asia'],
      'DZ EG LY MA TN ZA NG KE',
    ),
    perhaps: all(
      [
        'northern africa',
        'eastern africa',
        'middle africa',
        'southern africa',
        'western africa',
        'central asia',
      ],
      'IR',
    ),
  },
  apac: {
    of: all(
      ['eastern asia', 'south-eastern asia', 'australia and new zealand', 'melanesia', 'polynesia'],
      'IN',
    ),
    perhaps: all(['southern asia', 'central asia', 'micronesia'], 'RU'),
  },
};

const EVERYWHERE = new Set(['worldwide', 'global', 'everywhere', 'all', 'all regions', 'world']);
const ALIASES: Record<string, string> = { uk: 'GB', usa: 'US', 'u.s.': 'US', 'u.k.': 'GB', uae: 'AE' };

/** Every country of the table, by its code. */
export const countries: readonly string[] = Object.values(SUB_REGIONS)
  .flatMap((codes) => codes.split(' '))
  .sort();

/** What a list of regions holds. */
interface Regions {
  sure: Set<string>;
  perhaps: Set<string>;
  /** Words that are no country and no group: cities, sales regions. They may lie anywhere. */
  others: Set<string>;
  isEverywhere: boolean;
}

/**
 * Tells whether a place lies in a list of regions: `DE` in `EU`, `Germany` in `DACH, Nordics`, `Ghent` in `Ghent`. `undefined` where that cannot
 * be told: whether Ghent lies in `BE`, or Kazakhstan in `APAC`.
 */
export function isIn(regions: readonly string[], place: string): boolean | undefined {
  const [list, own] = [readRegions(regions), readRegions([place])];
  if (list.isEverywhere || regions.some((word) => normalise(word) === normalise(place))) return true;
  if (own.isEverywhere || own.others.size > 0) return undefined;
  const codes = [...own.sure, ...own.perhaps];
  if (codes.every((code) => list.sure.has(code))) return true;
  if (list.others.size > 0 || codes.some((code) => list.sure.has(code) || list.perhaps.has(code)))
    return undefined;
  return false;
}

/** The code of a country that goes by this word, in English or as a code. */
export function countryOf(word: string): string | undefined {
  const name = normalise(word);
  const code = (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined) ?? name.toUpperCase();
  return known.has(code) ? code : namesInEnglish().get(name);
}

function readRegions(words: readonly string[]): Regions {
  const regions: Regions = { sure: new Set(), perhaps: new Set(), others: new Set(), isEverywhere: false };
  for (const word of words) {
    const name = normalise(word);
    const group =
      (Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined) ??
      (isSubRegion(name) ? { of: SUB_REGIONS[name] } : undefined);
    const country = group ? undefined : countryOf(word);
    if (EVERYWHERE.has(name)) regions.isEverywhere = true;
    else if (group) addGroup(regions, group);
    else if (country) regions.sure.add(country);
    else regions.others.add(name);
  }
  return regions;
}

function addGroup({ sure, perhaps }: Regions, group: { of: string; perhaps?: string }): void {
  for (const code of group.of.split(' ')) sure.add(code);
  for (const code of group.perhaps?.split(' ') ?? []) perhaps.add(code);
}

function all(names: readonly (keyof typeof SUB_REGIONS)[], more = ''): string {
  return [...names.map((name) => SUB_REGIONS[name]), more].filter(Boolean).join(' ');
}

function isSubRegion(name: string): name is keyof typeof SUB_REGIONS {
  return Object.hasOwn(SUB_REGIONS, name);
}

const known = new Set(countries);

let english: Map<string, string> | undefined;

function namesInEnglish(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return (english ??= new Map(countries.map((code) => [normalise(names.of(code) ?? code), code])));
}

function normalise(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase().replace(/^the /, '').replace(/\s+/g, ' ');
}
