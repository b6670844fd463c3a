import * as core from 'aws-cdk-lib/core';
import * as ts from 'typescript';
import type { Block } from './blocks';
import { FIXTURE_NAMES, moduleOf } from './fixture';
import { Given } from './given';

/** Runs a block, and returns the app that it is in or that it creates. */
export function run(block: Block): core.App {
  const source = moduleOf(block, declarations(block));
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const apps: core.App[] = [];
  const exported: { Fixture?: new (scope: core.App, id: string, props: core.StackProps) => core.Stack } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- code of this repository, which readers run in the same way
  new Function('exports', 'require', 'given', outputText)(exported, modulesFor(apps), (stack: core.Stack) => new Given(stack));
  if (!exported.Fixture) return apps[0];
  const app = new core.App();
  new exported.Fixture(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
  return app;
}

/** Declares the names of the fixture that a block uses and does not declare. Nothing else is created. */
function declarations({ code }: Block): string {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isValue(node)) used.add(node.text);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) declared.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true));
  const names = FIXTURE_NAMES.filter((name) => used.has(name) && !declared.has(name));
  return names.length === 0 ? '' : `const { ${names.join(', ')} } = given(this);\n`;
}

function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !((ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) && parent.name === node);
}

/** Modules by the name that readers import them by. Apps are kept in the list. */
function modulesFor(apps: core.App[]): (name: string) => unknown {
  const App = class extends core.App {
    public constructor(props?: core.AppProps) {
      super(props);
      apps.push(this);
    }
  };
  const own = { 'cdk-ecs-guardrails': '../../src/index', 'aws-cdk-lib': 'aws-cdk-lib/core' } as Record<string, string | undefined>;
  return (name) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only what a block imports is loaded
    const loaded = require(own[name] ?? name) as object;
    return name === 'aws-cdk-lib/core' ? Object.create(loaded, { App: { value: App } }) : loaded;
  };
}
