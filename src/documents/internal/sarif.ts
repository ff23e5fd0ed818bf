import type { VFile } from 'vfile';

/** What a rule's documentation says in a SARIF log. */
export interface SarifRule {
  code: string;
  name: string;
  what: string;
  fix: string;
}

/**
 * Messages on plans as a SARIF 2.1.0 log (OASIS, 2020), which code hosts show as annotations on a pull request.
 * Paths are relative to the root of the checkout, with `/`.
 */
export function renderSarif(files: readonly VFile[], rules: readonly SarifRule[], version: string): string {
  const driver = {
    name: 'Slipway',
    version,
    rules: rules.map(({ code, name, what, fix }) => ({
      id: code,
      name,
      shortDescription: { text: what },
      help: { text: fix },
    })),
  };
  const results = files.flatMap((file) =>
    file.messages.map((message) => describeResult(file, message, rules)),
  );
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeResult(file: VFile, message: VFile['messages'][number], rules: readonly SarifRule[]) {
  const ruleIndex = rules.findIndex((rule) => rule.code === message.ruleId);
  const text = message.note ? `${message.reason}. ${message.note}` : message.reason;
  return {
    ...(message.ruleId && { ruleId: message.ruleId }),
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'note',
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.path.replaceAll('\\', '/')) },
          ...(message.line && { region: { startLine: message.line, startColumn: message.column ?? 1 } }),
        },
      },
    ],
  };
}
