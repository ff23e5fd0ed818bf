import { join } from 'node:path';
import ts from 'typescript';
import { projectFolder } from './command-line.ts';

/**
 * What schema.org does not have a word for, by the types that `schema-dts` makes of its vocabulary: an unknown type, a property where it does not belong, a
 * value of another kind. Each as `page: what is wrong`; of pages that are made alike, the first is named.
 */
export function findSchemaFaults(pages: readonly (readonly [page: string, graph: unknown])[]): string[] {
  const shapes = new Map<string, string>();
  for (const [page, graph] of pages) {
    const shape = JSON.stringify(shapeOf(graph));
    if (!shapes.has(shape)) shapes.set(shape, page);
  }
  const source = [
    "type Graph = import('schema-dts').Graph['@graph'];",
    ...[...shapes.keys()].map((shape) => `{ const graph: Graph = ${shape}; }`),
  ];
  return compile(source.join('\n')).map(
    ([line, fault]) => `${[...shapes.values()][line - 1]}: ${fault.split('\n').at(-1)?.trim()}`,
  );
}

/** Texts are all of one kind, so that lists of many are as good as lists of one. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value))
    return [...new Map(value.map((each) => [JSON.stringify(shapeOf(each)), shapeOf(each)])).values()];
  if (typeof value === 'string') return '';
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === '@type' ? each : shapeOf(each)]),
  );
}

function compile(source: string): [line: number, fault: string][] {
  // It need not be there, but what it imports is looked for from its place.
  const file = join(projectFolder, 'test/house/json-ld-of-pages.ts');
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es5.d.ts'],
    module: ts.ModuleKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, source, ts.ScriptTarget.ESNext) : getSourceFile(path, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map((each) => [
      ts.getLineAndCharacterOfPosition(each.file as ts.SourceFile, each.start ?? 0).line,
      ts.flattenDiagnosticMessageText(each.messageText, '\n'),
    ]);
}
