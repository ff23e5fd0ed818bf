/** Words of the environment that are never shown, written or published. */
const NAMES = ['NOTION_TOKEN', 'NOTION_WEBHOOK_TOKEN'];

/** Whatever a text is made from, no secret stands in it afterwards. */
export function withoutSecrets(text: string): string {
  return secrets().reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}

/** The name of the secret that stands in a text; undefined where none does. */
export function findSecret(text: string): string | undefined {
  return NAMES.find((name) => spellings(process.env[name]).some((secret) => text.includes(secret)));
}

function secrets(): string[] {
  return NAMES.flatMap((name) => spellings(process.env[name]));
}

/** As it is, as JSON and addresses write it, and as programs hide it. Short words are no secrets: they stand in any text. */
function spellings(value: string | undefined): string[] {
  const secret = value?.trim() ?? '';
  if (secret.length <= 8) return [];
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  return [...new Set(forms)];
}
