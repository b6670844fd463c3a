import { chmodSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const ROOT = join(__dirname, '..');
const CLI = join(ROOT, 'src', 'cli');
const OUT = join(ROOT, 'bin');

/** A source file of the command line, by its place in the folder: `check/verb` is `check-verb.js` in the bundle. */
function bundleName(file: string): string {
  return relative(CLI, file).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-');
}

/** What the command line loads with `require` only when it needs it becomes a file of its own, so that nothing else is read before. */
function loadedLater(found: Set<string>): Plugin {
  return {
    name: 'loaded-later',
    setup: ({ onResolve }) => onResolve({ filter: /^\.\.?\// }, async ({ kind, importer, path, resolveDir }) => {
      if (!['require-call', 'require-resolve'].includes(kind) || !importer.startsWith(CLI)) return undefined;
      const file = `${resolve(resolveDir, path)}.ts`;
      found.add(file);
      return { path: `./${bundleName(file)}.js`, external: true };
    }),
  };
}

/** Bundles each file that is loaded by itself; nothing in the result needs node_modules. */
async function main(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  const found = new Set([join(CLI, 'ecs-guardrails.ts')]);
  for (const file of found) {
    await build({
      absWorkingDir: ROOT,
      entryPoints: [{ in: file, out: bundleName(file) }],
      outdir: OUT,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: true,
      legalComments: 'linked',
      logLevel: 'warning',
      plugins: [loadedLater(found)],
    });
  }
  chmodSync(join(OUT, 'ecs-guardrails.js'), 0o755);
  console.log(`bin: ${[...found].map((file) => basename(bundleName(file))).join(', ')}`);
}

void main();
