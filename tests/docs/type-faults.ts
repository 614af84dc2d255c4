import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** A piece of code as if it were a module in this folder. */
export interface Source {
  readonly name: string;
  readonly code: string;
}

/** What the compiler finds in the pieces, which import the packages' sources; one program for all. */
export function typeFaults(sources: readonly Source[]): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')) as {
    config: { include?: unknown };
  };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [] },
    ts.sys,
    process.cwd(),
  );
  const texts = new Map(sources.map(({ name, code }) => [resolve('tests/docs', name), code]));
  const all: ts.CompilerOptions = { ...options, allowJs: true, checkJs: true, noEmit: true };
  const host = ts.createCompilerHost(all);
  host.fileExists = (path) => texts.has(path) || ts.sys.fileExists(path);
  host.readFile = (path) => texts.get(path) ?? ts.sys.readFile(path);
  const program = ts.createProgram([...texts.keys()], all, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const place =
      file === undefined ? '' : `${file.fileName.replace(join(process.cwd(), '/'), '')}: `;
    return place + ts.flattenDiagnosticMessageText(messageText, '\n');
  });
}
