import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { billOfMaterials, packagesIn, type BundledPackage } from './sbom';

const ROOT = join(__dirname, '..');
const CLI = join(ROOT, 'src', 'cli');
const OUT = join(ROOT, 'bin');
/** Clients of the SDK share most of their code: it is there once. */
const CLIENTS = join(CLI, 'collect', 'clients.ts');

/** A source file of the command line, by its place in the folder: `check/verb` is `check-verb.js` in the bundle. */
function bundleName(file: string): string {
  return relative(CLI, file).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-');
}

/** Modules that the command line loads on demand with `require` become separate files, so that a start reads nothing else. */
function loadedLater(found: Set<string>): Plugin {
  return {
    name: 'loaded-later',
    setup: ({ onResolve }) => onResolve({ filter: /^\.\.?\// }, ({ kind, importer, path, resolveDir }) => {
      if (!['require-call', 'require-resolve'].includes(kind) || !importer.startsWith(CLI) || importer === CLIENTS) return undefined;
      const file = `${resolve(resolveDir, path)}.ts`;
      found.add(file);
      return { path: `./${bundleName(file)}.js`, external: true };
    }),
  };
}

/** Each file has classes of its own: what a collector in another file calls unknown, the doctor would take for known. */
function checkCollectors(file: string, inputs: Readonly<Record<string, unknown>>): void {
  if (file.startsWith(join(CLI, 'collect')) && 'src/facts/fact.ts' in inputs) {
    throw new Error(`${relative(ROOT, file)} makes facts: import it where they are used, it can't be loaded by itself`);
  }
}

/** The licenses of the packages that are part of the bundle, which ask to be shipped with it. */
function licenses(packages: readonly BundledPackage[]): string {
  return packages.map(({ name, version, license, folder }) => {
    const texts = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file)).map((file) => readFileSync(join(folder, file), 'utf8'));
    return `${name} ${version} (${license})\n\n${texts.join('\n')}`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
}

/** Bundles each file that is loaded by itself; nothing in the result needs node_modules. */
async function main(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  const found = new Set([join(CLI, 'ecs-guardrails.ts')]);
  const inputs = new Set<string>();
  for (const file of found) {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: [{ in: file, out: bundleName(file) }],
      outdir: OUT,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: true,
      legalComments: 'none',
      metafile: true,
      logLevel: 'warning',
      plugins: [loadedLater(found)],
    });
    checkCollectors(file, metafile.inputs);
    for (const input of Object.keys(metafile.inputs)) inputs.add(input);
  }
  const packages = packagesIn(inputs, ROOT);
  writeFileSync(join(OUT, 'THIRD-PARTY-LICENSES.txt'), licenses(packages));
  writeFileSync(join(OUT, 'sbom.cdx.json'), JSON.stringify(billOfMaterials(packages, ROOT), undefined, 2));
  chmodSync(join(OUT, 'ecs-guardrails.js'), 0o755);
  console.log(`bin: ${found.size} files, of ${inputs.size}`);
}

void main();
