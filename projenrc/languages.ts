import type { awscdk } from 'projen';

/** The names of the package in the registries of the other languages. They are promises, as the names of the API are. */
export const PUBLISHED_AS = {
  publishToPypi: { distName: 'cdk-ecs-guardrails', module: 'cdk_ecs_guardrails', trustedPublishing: true },
  publishToMaven: {
    javaPackage: 'io.github.cdkecsguardrails',
    mavenGroupId: 'io.github.cdkecsguardrails',
    mavenArtifactId: 'cdk-ecs-guardrails',
  },
  publishToNuget: { dotNetNamespace: 'CdkEcsGuardrails', packageId: 'CdkEcsGuardrails', trustedPublishing: true },
  // A repository of its own, which holds nothing but what is generated.
  publishToGo: { moduleName: 'github.com/cdk-ecs-guardrails/cdk-ecs-guardrails-go', packageName: 'ecsguardrails' },
};

const BUILD = 'test/languages/.build';
const TARGETS = ['js', 'python', 'java', 'dotnet', 'go'];

/** The packages of all languages, and the tests that use them. */
export function setUpLanguages(project: awscdk.AwsCdkConstructLibrary, lowest: { readonly cdk: string; readonly constructs: string }) {
  project.addDevDeps(`constructs-lowest@npm:constructs@${lowest.constructs}`);
  // jsii-pacmak writes the installed aws-cdk-lib into go.mod: it has to find the lowest.
  for (const target of TARGETS) project.tasks.tryFind(`package:${target}`)!.reset(`tsx scripts/bindings.ts ${target} --outdir dist`);
  project.tasks.tryFind('compat')!.reset('tsx scripts/api-diff.ts', { receiveArgs: true });
  project.addTask('test:languages', {
    description: `Synthesize the same apps in TypeScript, Python, Java and Go against aws-cdk-lib ${lowest.cdk}, and parse the C#`,
    steps: [
      { exec: `tsx scripts/bindings.ts python java dotnet go --code-only --outdir ${BUILD}` },
      { exec: 'jest --ci -c jest.languages.json', receiveArgs: true },
    ],
  });
  project.gitignore.addPatterns(`/${BUILD}/`);
}
