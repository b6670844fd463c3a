import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODES } from '../../test/languages/support/nodes';

const ROOT = join(__dirname, '..', '..');

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The table of versions that work together: what package.json accepts, and what the suites run on. */
export function compatibility(): string {
  const { engines, peerDependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
  const rows = [
    ...['aws-cdk-lib', 'constructs'].map((name) => {
      const lowest = devDependencies[`${name}-lowest`].replace(/.*@/, '');
      return [`\`${name}\``, `\`${peerDependencies[name]}\``, `${lowest} and ${devDependencies[name]}`];
    }),
    ['Node.js', `\`${engines.node}\``, NODES.map((version) => version.split('.')[0]).join(', ')],
  ];
  return ['', '| Needs | Accepts | Tested with |', '| --- | --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');
}
