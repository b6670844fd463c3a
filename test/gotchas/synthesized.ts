import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib/core';
import { assetManifestOf, imagePlatformsIn } from '../../src/cloudformation/image-assets';
import type { TemplateSource } from '../../src/cloudformation/template';
import { readSubjects, type Subject } from '../../src/readers/subjects';

/** The templates of an app of one stack, as they are on disk. */
export function synthesized(build: (stack: Stack) => void): readonly TemplateSource[] {
  // Traces and trees are unused here, and cost most of the time.
  const app = new App({ stackTraces: false, treeMetadata: false, analyticsReporting: false });
  build(new Stack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } }));
  return app.synth().stacks.map((stack) => ({
    id: stack.templateFile,
    stackName: stack.stackName,
    region: 'eu-west-1',
    account: '111122223333',
    body: stack.template as unknown,
    imagePlatforms: () => imagePlatformsIn(JSON.parse(readFileSync(assetManifestOf(stack.templateFullPath), 'utf-8'))),
  }));
}

/** Subjects of an app of one stack. */
export function subjectsOf(build: (stack: Stack) => void): readonly Subject[] {
  return readSubjects(synthesized(build));
}
