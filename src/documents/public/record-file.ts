import { dump, JSON_SCHEMA, load } from 'js-yaml';
import type { ZodType } from 'zod';
import { type RoadmapHistory, RoadmapHistorySchema } from '../../release/plan-history.ts';
import {
  type InitiativeTranslation,
  InitiativeTranslationSchema,
  type ReleaseTranslation,
  ReleaseTranslationSchema,
} from '../../release/translation.ts';
import {
  type AddressForm,
  AddressFormSchema,
  type Initiative,
  InitiativeSchema,
  type Release,
  ReleaseSchema,
  type Withdrawn,
  WithdrawnSchema,
} from '../../release/release.ts';

/**
 * Public records as files: YAML, keys in the schema's order, one paragraph a line, so that a changed word is a changed line and
 * the same record always gives the same bytes.
 */

const NOTICE = '# Written by `slipway publish` from a release plan. Change the plan, not this file.\n';

/** Thrown where a record file is not what `publish` writes; `message` names the first fault. */
export class RecordFileError extends Error {}

export function renderRelease(release: Release): string {
  return render(ReleaseSchema, release);
}

export function renderInitiative(initiative: Initiative): string {
  return render(InitiativeSchema, initiative);
}

export function renderReleaseTranslation(translation: ReleaseTranslation): string {
  return render(ReleaseTranslationSchema, translation);
}

export function renderInitiativeTranslation(translation: InitiativeTranslation): string {
  return render(InitiativeTranslationSchema, translation);
}

export function renderWithdrawn(withdrawn: Withdrawn): string {
  return render(WithdrawnSchema, withdrawn);
}

export function renderRoadmapHistory(history: RoadmapHistory): string {
  return render(RoadmapHistorySchema, history);
}

export function renderAddressForm(form: AddressForm): string {
  return render(AddressFormSchema, form);
}

/** @throws {RecordFileError} */
export function parseRelease(yaml: string): Release {
  return parse(ReleaseSchema, yaml);
}

/** @throws {RecordFileError} */
export function parseInitiative(yaml: string): Initiative {
  return parse(InitiativeSchema, yaml);
}

/** @throws {RecordFileError} */
export function parseReleaseTranslation(yaml: string): ReleaseTranslation {
  return parse(ReleaseTranslationSchema, yaml);
}

/** @throws {RecordFileError} */
export function parseInitiativeTranslation(yaml: string): InitiativeTranslation {
  return parse(InitiativeTranslationSchema, yaml);
}

/** @throws {RecordFileError} */
export function parseWithdrawn(yaml: string): Withdrawn {
  return parse(WithdrawnSchema, yaml);
}

/** @throws {RecordFileError} */
export function parseRoadmapHistory(yaml: string): RoadmapHistory {
  return parse(RoadmapHistorySchema, yaml);
}

/** @throws {RecordFileError} */
export function parseAddressForm(yaml: string): AddressForm {
  return parse(AddressFormSchema, yaml);
}

function render<T>(schema: ZodType<T>, record: T): string {
  return NOTICE + dump(schema.parse(record), { lineWidth: -1, noRefs: true });
}

function parse<T>(schema: ZodType<T>, yaml: string): T {
  const result = schema.safeParse(parseYaml(yaml));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new RecordFileError(`${issue?.path.join('.') || 'the record'}: ${issue?.message ?? 'not valid'}`);
}

function parseYaml(yaml: string): unknown {
  try {
    return load(yaml, { schema: JSON_SCHEMA, maxAliases: 0 });
  } catch (error) {
    throw new RecordFileError(error instanceof Error ? error.message.split('\n', 1)[0] : String(error));
  }
}
