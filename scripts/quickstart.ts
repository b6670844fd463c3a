import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { table } from 'table';

const ROOT = join(__dirname, '..');
const OUT = join(ROOT, 'cdk.out');

interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly Metadata?: Record<string, string> }>;
}

interface Manifest {
  readonly artifacts: Record<string, { readonly type: string; readonly properties?: { readonly templateFile?: string } }>;
}

function synthesize(): void {
  rmSync(OUT, { recursive: true, force: true });
  const cdk = spawnSync('npx', ['cdk', 'synth', '--quiet', '--output', OUT], { cwd: ROOT, stdio: 'inherit' });
  if (cdk.error) throw cdk.error;
  if (cdk.status !== 0) process.exit(cdk.status ?? 1);
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function templateFiles(): string[] {
  const { artifacts } = readJson<Manifest>(join(OUT, 'manifest.json'));
  return Object.values(artifacts)
    .filter(({ type }) => type === 'aws:cloudformation:stack')
    .map(({ properties }) => join(OUT, properties!.templateFile!));
}

/** Rows of the resources by the construct that created them. Resources of the network are one row. */
function rows({ Resources }: Template): string[][] {
  const made = Object.values(Resources).map(({ Type, Metadata }) => {
    const [, construct, ...rest] = (Metadata?.['aws:cdk:path'] ?? '').split('/');
    return { construct, type: Type.replace(/^AWS::/, ''), part: rest.filter((word) => word !== 'Resource' && word !== 'Default').join('/') };
  });
  const shown = made.filter(({ construct, type }) => construct !== 'Vpc' && !type.startsWith('CDK::'));
  const network = made.filter(({ construct }) => construct === 'Vpc').length;
  return [
    ...shown.map(({ construct, type, part }) => [construct, type, part]),
    ['Vpc', `${network} resources of EC2`, 'subnets, routes, NAT gateway'],
  ];
}

function main(): void {
  console.log('Synthesizing examples/web-app and checking it with the rule pack …\n');
  synthesize();
  for (const file of templateFiles()) {
    console.log(`\n${table([['Construct', 'Resource', 'Part'], ...rows(readJson<Template>(file))], { drawHorizontalLine: (index, count) => index < 2 || index === count })}`);
    console.log(`Template: ${relative(process.cwd(), file)}`);
  }
  console.log('Source:   examples/web-app/web-app-stack.ts');
  console.log('Next:     node bin/ecs-guardrails.js check --timing, which checks this template and estimates its deployment');
  console.log('          npx cdk deploy, with credentials of an AWS account');
}

main();
