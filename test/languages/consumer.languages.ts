import { join } from 'node:path';
import { CDKS, freshApp, prepareTools, RUNTIMES, tsc } from './support/consumer';
import { put, run, succeed } from './support/language';

beforeAll(prepareTools);

describe.each(Object.keys(CDKS) as (keyof typeof CDKS)[])('a fresh app on the %s aws-cdk-lib', (cdk) => {
  let folder: string;

  beforeAll(() => {
    folder = freshApp(cdk);
  });

  test('compiles with strict types, those of the library included', () => {
    expect(run(tsc(folder))).toEqual({ status: 0, output: '\n' });
  });

  test.each(Object.entries(RUNTIMES))('runs on Node.js %s', (major, node) => {
    expect(succeed([node, '--version']).trim()).toMatch(new RegExp(`^v${major}\\.`));
    const out = join(folder, `cdk.out.${major}`);
    expect(run([node, '--preserve-symlinks', join(folder, 'out/app.js')], { env: { CDK_OUTDIR: out } }).status).toBe(0);
  });

  test('cannot import a file that has no code', () => {
    put(join(folder, 'deep.ts'), "import { Ingress } from 'cdk-ecs-guardrails/lib/ingress/ingress.js';\nconsole.log(Ingress);\n");
    const { status, output } = run(tsc(folder));
    expect(status).not.toBe(0);
    expect(output).toContain("Cannot find module 'cdk-ecs-guardrails/lib/ingress/ingress.js'");
  });
});
