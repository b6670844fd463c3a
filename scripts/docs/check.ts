import { join } from 'node:path';
import * as ts from 'typescript';
import { allBlocks, type Block } from './blocks';
import { moduleOf } from './fixture';

const ROOT = join(__dirname, '..', '..');

/** Types of all blocks, checked in one program. Returns the errors, each by the place of its block. */
function errorsIn(blocks: readonly Block[]): readonly string[] {
  const modules = new Map(blocks.map((block, index) => [join(__dirname, `block-${index}.ts`), { block, source: moduleOf(block) }]));
  const options: ts.CompilerOptions = { ...configured(), noEmit: true, noUnusedLocals: false, noUnusedParameters: false };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => modules.has(file) || fileExists(file);
  host.readFile = (file) => modules.get(file)?.source ?? readFile(file);
  host.getSourceFile = (file, target, ...rest) => {
    const source = modules.get(file)?.source;
    return source === undefined ? getSourceFile(file, target, ...rest) : ts.createSourceFile(file, source, target);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules].flatMap(([file, { block }]) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => `${block.place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`));
}

function configured(): ts.CompilerOptions {
  const path = join(ROOT, 'examples', 'tsconfig.json');
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, join(ROOT, 'examples')).options;
}

function main(): void {
  const blocks = allBlocks();
  const errors = errorsIn(blocks);
  for (const error of errors) console.error(error);
  console.log(`${blocks.length} blocks of README and docs, ${errors.length} errors`);
  if (errors.length > 0) process.exitCode = 1;
}

main();
