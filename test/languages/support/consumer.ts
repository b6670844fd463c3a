import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, EXAMPLES, ROOT, put, succeed } from './language';
import { NODES } from './nodes';
import { unpacked } from '../../compiled/unpacked';

const TOOLS = join(BUILD, 'tools');
/** The lowest is the one that runs the tests. */
const INSTALLED = NODES.slice(1);
const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const MANIFEST = JSON.stringify({
  private: true,
  dependencies: { typescript: '7.0.2', ...Object.fromEntries(INSTALLED.map((version) => [`node${version.split('.')[0]}`, `npm:${platform}@${version}`])) },
});

/** The versions of aws-cdk-lib that the package is used with, by the folder that each is installed in. */
export const CDKS = { lowest: 'aws-cdk-lib-lowest', newest: 'aws-cdk-lib' };

/** Commands of Node.js, by major version: the one that runs this, and those that npm has. */
export const RUNTIMES: Readonly<Record<string, string>> = {
  [process.versions.node.split('.')[0]]: process.execPath,
  ...Object.fromEntries(INSTALLED.map((version) => [version.split('.')[0], join(TOOLS, 'node_modules', `node${version.split('.')[0]}`, 'bin/node')])),
};

/** Installs the compiler that `cdk init` chooses and the versions of Node.js, once. */
export function prepareTools(): void {
  const marker = join(TOOLS, 'installed.json');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === MANIFEST) return;
  put(join(TOOLS, 'package.json'), MANIFEST);
  succeed(['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: TOOLS });
  put(marker, MANIFEST);
}

/** An app as `cdk init` makes it, with the package as npm ships it. Answers its folder. */
export function freshApp(cdk: keyof typeof CDKS): string {
  const folder = join(BUILD, 'consumer', cdk);
  rmSync(folder, { recursive: true, force: true });
  const modules = join(folder, 'node_modules');
  mkdirSync(modules, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules', CDKS[cdk]), join(modules, 'aws-cdk-lib'), 'junction');
  symlinkSync(join(ROOT, 'node_modules/constructs'), join(modules, 'constructs'), 'junction');
  symlinkSync(join(ROOT, 'node_modules/@types'), join(modules, '@types'), 'junction');
  const shipped = unpacked();
  cpSync(shipped, join(modules, 'cdk-ecs-guardrails'), { recursive: true });
  rmSync(shipped, { recursive: true });
  cpSync(join(EXAMPLES, 'first-service/typescript'), folder, { recursive: true });
  put(join(folder, 'package.json'), JSON.stringify({ name: 'app', version: '0.1.0' }));
  put(join(folder, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      module: 'nodenext',
      moduleResolution: 'nodenext',
      lib: ['es2022'],
      types: ['node'],
      outDir: 'out',
      rootDir: '.',
      strict: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      preserveSymlinks: true,
    },
    include: ['*.ts'],
  }));
  return folder;
}

/** The compiler, run by the Node.js that runs this. */
export function tsc(folder: string): readonly string[] {
  return [process.execPath, join(TOOLS, 'node_modules/typescript/bin/tsc'), '--project', folder];
}
