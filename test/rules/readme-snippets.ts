import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Stack } from 'aws-cdk-lib/core';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { given } from './readme-given';

/** A snippet of a README of the CDK, to be built in a stack. */
export interface Snippet {
  /** The heading it is below. */
  readonly heading: string;
  readonly build: (stack: Stack) => void;
}

/** Names that the snippets of `aws-ecs` and `aws-ecs-patterns` may use without an import. */
const MODULES: Readonly<Record<string, string>> = {
  autoscaling: 'aws-autoscaling',
  cloudmap: 'aws-servicediscovery',
  ecs: 'aws-ecs',
  ec2: 'aws-ec2',
  elb: 'aws-elasticloadbalancing',
  elbv2: 'aws-elasticloadbalancingv2',
  events: 'aws-events',
  kms: 'aws-kms',
  logs: 'aws-logs',
  s3: 'aws-s3',
  secretsmanager: 'aws-secretsmanager',
  ssm: 'aws-ssm',
  targets: 'aws-events-targets',
  iam: 'aws-iam',
  ecsPatterns: 'aws-ecs-patterns',
  appscaling: 'aws-applicationautoscaling',
  cxapi: 'cx-api',
};

/** Each TypeScript snippet of the README of a module of the CDK. */
export function snippetsOf(module: string): readonly Snippet[] {
  const readme = readFileSync(join(dirname(require.resolve('aws-cdk-lib/package.json')), module, 'README.md'), 'utf-8');
  const found = [...readme.matchAll(/^#+ (.+)$|^```ts.*\n([^]*?)^```/gm)];
  let heading = '';
  return found.flatMap(([, title, code]) => {
    heading = title ?? heading;
    return code === undefined ? [] : [{ heading: `${module}: ${heading}`, build: builderOf(code) }];
  });
}

function builderOf(code: string): (stack: Stack) => void {
  const imports = code.match(/^import [^;]+;/gm) ?? [];
  const known = Object.entries(MODULES).filter(([name]) => !imports.some((line) => line.includes(`* as ${name} `)));
  const body = code.replace(/^import [^;]+;/gm, '')
    .replace(/declare (?:const|let) (\w+): ([^;=]+);/g, (_, name: string, type: string) => `const ${name} = given(this, '${type}', '${name}');`);
  const source = [
    ...imports,
    ...known.map(([name, module]) => `import * as ${name} from 'aws-cdk-lib/${module}';`),
    "import { Duration, SecretValue, Size, Stack } from 'aws-cdk-lib/core';",
    "import * as path from 'path';",
    `export function build(this: any, given: any) {\n${body}\n}`,
  ].join('\n');
  const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
  return (stack) => {
    const exported: { build?: (this: Stack, create: typeof given) => void } = {};
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('exports', 'require', '__dirname', outputText)(exported, requireCdk, __dirname);
    exported.build!.call(stack, given);
  };
}

// The whole library takes seconds to load, and the snippets take little of it.
function requireCdk(module: string): unknown {
  return jest.requireActual(module === 'aws-cdk-lib' ? 'aws-cdk-lib/core' : module);
}
