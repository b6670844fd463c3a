import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GO_MODULE } from './support/go';
import { BUILD, LOWEST, PROGRAMS, ROOT, run } from './support/language';
import { PYTHON, python } from './support/python';

const built = (file: string): string => readFileSync(join(BUILD, file), 'utf8');

describe('each language asks for the versions that package.json promises', () => {
  const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly peerDependencies: Readonly<Record<string, string>> };

  test('the lowest that are installed are those', () => {
    expect(peerDependencies).toEqual({ 'aws-cdk-lib': `^${LOWEST.cdk}`, 'constructs': `^${LOWEST.constructs}` });
  });

  test('Python', () => {
    expect(built('python/setup.py')).toContain(`aws-cdk-lib>=${LOWEST.cdk}, <3.0.0`);
    expect(built('python/setup.py')).toContain(`constructs>=${LOWEST.constructs}, <11.0.0`);
  });

  test('Java', () => {
    expect(built('java/pom.xml')).toContain(`<version>[${LOWEST.cdk},3.0.0)</version>`);
    expect(built('java/pom.xml')).toContain(`<version>[${LOWEST.constructs},11.0.0)</version>`);
  });

  test('C#', () => {
    const project = built('dotnet/CdkEcsGuardrails/CdkEcsGuardrails.csproj');
    expect(project).toContain(`Version="[${LOWEST.cdk},3.0.0)"`);
    expect(project).toContain(`Version="[${LOWEST.constructs},11.0.0)"`);
  });

  test('Go, which accepts one version and not a range', () => {
    const module = readFileSync(join(GO_MODULE, 'go.mod'), 'utf8');
    expect(module).toContain(`github.com/aws/aws-cdk-go/awscdk/v2 v${LOWEST.cdk}`);
    expect(module).toContain(`github.com/aws/constructs-go/constructs/v10 v${LOWEST.constructs}`);
  });
});

test('each file of C# can be parsed', () => {
  python.prepare();
  const { status, output } = run([...PYTHON, join(PROGRAMS, 'csharp/parse.py'), join(BUILD, 'dotnet')]);
  expect(output.trim()).toMatch(/^\d{3} files parsed$/);
  expect(status).toBe(0);
});

test('a file of C# with a parameter that is a number would not be', () => {
  const { status, output } = run([...PYTHON, join(PROGRAMS, 'csharp/parse.py'), join(PROGRAMS, 'csharp/wrong')]);
  expect(output).toMatch(/Wrong\.cs:\d+/);
  expect(status).toBe(1);
});

test('each snippet of README and docstrings is there in each language', () => {
  const { status, output } = run([...PYTHON, join(PROGRAMS, 'support/snippets.py'), join(ROOT, '.jsii.tabl.json')]);
  expect(output.trim()).toMatch(/^\d{2,} snippets parsed$/);
  expect(status).toBe(0);
});

test('README has its snippets in the language of the package, and links that lead to the repository', () => {
  const readme = built('python/README.md');
  expect(readme).toContain('ingress=Ingress.public_http()');
  expect(readme).toMatch(/\]\(https:\/\/github\.com\/cdk-ecs-guardrails\/cdk-ecs-guardrails\/blob\/[^/]+\/docs\/gotchas\.md/);
  expect(readme).not.toMatch(/\]\((?!#|https?:)/);
});

test('the package of Python is typed', () => {
  expect(existsSync(join(BUILD, 'python/src/cdk_ecs_guardrails/py.typed'))).toBe(true);
});
